/**
 * Lets Node run the TypeScript of tests and benchmarks as it stands: `node --import ./tools/typescript-loader.mjs x.ts`.
 * Packages are imported as they are built.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from 'esbuild';

if (isMainThread) {
  process.setSourceMapsEnabled(true);
  register(import.meta.url);
}

/** `./x.js` means `./x.ts` where that is what there is, as it does for the compiler. */
export function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && isTypeScript(context.parentURL)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

/** Erases the types; `npm run check` is what checks them. */
export async function load(url, context, nextLoad) {
  if (!isTypeScript(url)) return nextLoad(url, context);
  const sourcefile = fileURLToPath(url);
  const text = await readFile(sourcefile, 'utf8');
  const { code } = await transform(text, { loader: 'ts', target: 'es2022', sourcemap: 'inline', sourcefile });
  return { format: 'module', source: code, shortCircuit: true };
}

/** A query after the name has a module loaded once more. */
function isTypeScript(url) {
  return url !== undefined && new URL(url).pathname.endsWith('.ts');
}
