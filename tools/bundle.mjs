/**
 * Bundles packages into a few files beside the declarations that `tsc` writes. A module costs about 0.4 ms to load, so that
 * the files of the WIT parser, one by one, would take longer than parsing does, and those of the runtime longer than
 * compiling, linking and instantiating a component. What others wrote and is taken in, because it is one file after the
 * other too, has its license in the package's NOTICE.md.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { printingTsMorph } from './printing-ts-morph.mjs';

const folder = fileURLToPath(new URL('../packages/', import.meta.url));

const neutral = { platform: 'neutral', mainFields: ['module', 'main'], external: ['node:*'] };

/**
 * What is loaded by its path: what package.json exports, without `.ts`, and the command. What several of them use stands in
 * files of its own, and is loaded once.
 */
const packages = {
  'wit-parser': { ...neutral, entries: ['index'] },
  runtime: { ...neutral, entries: ['index', 'precompiled', 'codegen/v1/index', 'abi/index', 'structure'] },
  bindgen: {
    platform: 'node',
    entries: ['index', 'cli/main', 'cli/run', 'config/register-typescript', 'config/typescript-hooks'],
    external: ['@wit-bindgen-ts/*', 'prettier'],
    plugins: [printingTsMorph],
    // What is taken in was not written as an ES module.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  },
};

for (const [name, { entries, ...options }] of Object.entries(packages)) {
  const [source, output] = [`${folder}${name}/src`, `${folder}${name}/dist`];
  const { metafile } = await build({
    ...options,
    entryPoints: entries.map((entry) => `${source}/${entry}.ts`),
    outbase: source,
    outdir: output,
    chunkNames: 'shared/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    logLevel: 'warning',
    metafile: true,
  });
  removeOthers(`${output}/shared`, new Set(Object.keys(metafile.outputs).map((path) => basename(path))));
}

/** What is shared has a hash in its name: that of an earlier build stays until then, for whoever is loading it. */
function removeOthers(folder, kept) {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) if (!kept.has(file)) rmSync(`${folder}/${file}`);
}
