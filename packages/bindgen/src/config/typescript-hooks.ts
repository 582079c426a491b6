/** Hooks for Node's loader, which calls them in a thread of their own. See `node:module`, `register`. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';

/** `./x.js` means `./x.ts` where that is what there is, as it does for the compiler. */
export const resolve: ResolveHook = (specifier, context, nextResolve) => {
  if (/^\.\.?\/.*\.m?js$/.test(specifier) && isTypeScript(context.parentURL)) {
    const source = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return nextResolve(specifier, context);
};

/** Erases the types, and checks nothing: that is for an editor to do. */
export const load: LoadHook = async (url, context, nextLoad) => {
  if (!isTypeScript(url)) return nextLoad(url, context);
  const fileName = fileURLToPath(url);
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    inlineSourceMap: true,
  };
  const { outputText } = ts.transpileModule(await readFile(fileName, 'utf8'), { fileName, compilerOptions });
  return { format: 'module', source: outputText, shortCircuit: true };
};

/** A query after the name has a module loaded once more. */
function isTypeScript(url: string | undefined): boolean {
  return url !== undefined && url.startsWith('file:') && /\.m?ts$/.test(new URL(url).pathname);
}
