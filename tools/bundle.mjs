/**
 * Bundles packages into a few files beside the declarations that `tsc` writes. A module costs about 0.4 ms to load, so that
 * the files of the WIT parser, one by one, would take longer than parsing does, and those of the runtime longer than
 * compiling, linking and instantiating a component. semver, which the runtime uses, is one file after the other too, and
 * is taken in: packages/runtime/NOTICE.md has its license.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));

/** What package.json exports, without `.ts`. What several of them use stands in files of its own, and is loaded once. */
const entryPoints = {
  'wit-parser': ['index'],
  runtime: ['index', 'precompiled', 'codegen/v1/index', 'abi/index', 'structure'],
};

for (const [name, entries] of Object.entries(entryPoints)) {
  const [source, output] = [`${packages}${name}/src`, `${packages}${name}/dist`];
  const { metafile } = await build({
    entryPoints: entries.map((entry) => `${source}/${entry}.ts`),
    outbase: source,
    outdir: output,
    chunkNames: 'shared/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
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
