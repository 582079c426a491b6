/**
 * Bundles a package into one file beside the declarations that `tsc` writes. A module costs about 0.4 ms to load, so
 * that the files of the WIT parser, one by one, would take longer than parsing does.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const semverNotice = `/*! This file contains parts of semver (https://github.com/npm/node-semver).
Copyright (c) Isaac Z. Schlueter and Contributors. ISC License:
Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.
THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE. */`;

const folder = fileURLToPath(new URL('../packages/wit-parser/', import.meta.url));
await build({
  entryPoints: [`${folder}src/index.ts`],
  outfile: `${folder}dist/index.js`,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['node:*'],
  target: 'es2022',
  sourcemap: true,
  banner: { js: semverNotice },
  logLevel: 'warning',
});
