/**
 * A plugin for esbuild that takes ts-morph in for what the generator does with it: print structures. ts-morph loads the
 * whole TypeScript compiler first, which takes half of the time of generating a world, and printing needs of it a few
 * constants. So the compiler, and what else ts-morph has for projects, is loaded when something asks for more.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { transform } from 'esbuild';

const require = createRequire(import.meta.url);
const tsMorph = createRequire(createRequire(import.meta.url).resolve('ts-morph'));
const common = createRequire(tsMorph.resolve('@ts-morph/common'));

/** What `@ts-morph/common` loads, and printing does without. */
const lazyModules = ['./typescript', 'minimatch', 'path-browserify', 'tinyglobby'];

/** Keeps the source map to our own files. */
const noSourceMap = `\n//# sourceMappingURL=data:application/json,${encodeURIComponent('{"version":3,"sources":[""],"mappings":"A"}')}\n`;

export const printingTsMorph = {
  name: 'printing-ts-morph',
  setup(build) {
    // What is emitted is printed without ts-morph, but for what it is imported for when that is needed.
    build.onResolve({ filter: /^ts-morph$/ }, ({ importer, kind }) =>
      kind === 'import-statement' && /[\\/]emit[\\/]/.test(importer)
        ? { path: 'kinds', namespace: 'kinds' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'kinds' }, () => ({ contents: structureKinds(), loader: 'js' }));
    build.onResolve({ filter: /.*/ }, ({ path, importer }) =>
      lazyModules.includes(path) && importer.endsWith('ts-morph-common.js')
        ? { path, namespace: 'lazy' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: path === './typescript' ? lazyTypeScript() : lazyModule(path, '{}'),
      loader: 'js',
    }));
    build.onLoad(
      { filter: /(?:ts-morph|ts-morph-common|code-block-writer[\\/].*)\.js$/ },
      async ({ path }) => {
        const text = withoutLibraries(path, await readFile(path, 'utf8'));
        const { code } = await transform(text, {
          minifyWhitespace: true,
          minifySyntax: true,
          target: 'es2022',
        });
        return { contents: code + noSourceMap, loader: 'js' };
      },
    );
  },
};

/** The constants that structures are made with. */
function structureKinds() {
  const { StructureKind, VariableDeclarationKind } = require('ts-morph');
  return `
    export const StructureKind = ${JSON.stringify(StructureKind)};
    export const VariableDeclarationKind = ${JSON.stringify(VariableDeclarationKind)};`;
}

/** The declarations of JavaScript's own libraries, which a project in memory would have: three quarters of all. */
function withoutLibraries(path, text) {
  if (!path.endsWith('ts-morph-common.js')) return text;
  const short = text.replace(/\nconst libFiles = \[\{\n[^]*?\n\s*\}\];\n/, '\nconst libFiles = [];\n');
  if (short.length > text.length / 2) throw new Error('ts-morph has its libraries in another form by now');
  return short;
}

/** A module that is loaded when something is asked of it that is not known. `default` keeps it from being copied. */
function lazyModule(path, known) {
  return `
    const { createRequire } = require('node:module');
    const known = ${known};
    let whole;
    const load = () => (whole ??= requireFrom('ts-morph', '@ts-morph/common')(${JSON.stringify(path)}));
    // esbuild leaves alone what it cannot read.
    const requireFrom = (...names) => names.reduce((from, name) => createRequire(from.resolve(name)), require);
    module.exports = new Proxy(known, {
      has: () => true,
      get: (target, key) => (key in target ? target[key] : key === 'default' ? module.exports : load()[key]),
    });`;
}

function lazyTypeScript() {
  const { version, SyntaxKind, ScriptTarget } = common('./typescript');
  return (
    lazyModule(
      './typescript',
      `{
      version: ${JSON.stringify(version)},
      SyntaxKind: ${JSON.stringify(SyntaxKind)},
      ScriptTarget: ${JSON.stringify(ScriptTarget)},
      createScanner: (...options) => new TailScanner(() => load().createScanner(...options)),
    }`,
    ) + tailScanner
  );
}

/**
 * While printing, a scanner is used for one thing: to find where the last token of a text ends, for a comma to follow it.
 * That is where the text ends, blanks aside, unless a comment may stand there; only then the real scanner is made.
 */
const tailScanner = `
    class TailScanner {
      constructor(make) {
        this.make = make;
      }
      setText(text = '') {
        const tail = text.trimEnd();
        this.end = tail.length;
        this.at = 0;
        const mayBeComment = tail.endsWith('*/') || tail.slice(tail.lastIndexOf('\\n') + 1).includes('//');
        this.real = mayBeComment ? this.make() : undefined;
        this.real?.setText(text);
      }
      scan() {
        if (this.real) return this.real.scan();
        return this.at++ === 0 && this.end > 0 ? known.SyntaxKind.Identifier : known.SyntaxKind.EndOfFileToken;
      }
      reScanTemplateToken(...options) {
        return this.real.reScanTemplateToken(...options);
      }
      getTokenFullStart() {
        return this.real ? this.real.getTokenFullStart() : this.end;
      }
    }`;
