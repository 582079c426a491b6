/**
 * Bundles a package into one file beside the declarations that `tsc` writes. A module costs about 0.4 ms to load, so
 * that the files of the WIT parser, one by one, would take longer than parsing does.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../packages/wit-parser/', import.meta.url));
await build({
  entryPoints: [`${folder}src/index.ts`],
  outfile: `${folder}dist/index.js`,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  external: ['node:*'],
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
});
