import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadWit, WitError } from '@wit-bindgen-ts/wit-parser';

/** The folder of all cases: in it a folder for each code, with WIT files, or folders of them. npm runs in the root. */
const root = 'packages/wit-parser/tests/diagnostics';

/** WIT with a mistake in it, and how the error is rendered. */
export interface DiagnosticCase {
  /** The code of the first error in it. */
  readonly code: string;
  /** What the mistake is, in a few words. */
  readonly name: string;
  /** The file or the folder with the mistake. */
  readonly path: string;
  /** The file with the rendered error. */
  readonly expected: string;
}

/** The codes that have cases, and their cases, in the order of their names. */
export async function readCases(): Promise<ReadonlyMap<string, readonly DiagnosticCase[]>> {
  const entries = await readdir(root, { withFileTypes: true });
  const codes = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return new Map(await Promise.all(codes.sort().map(async (code) => [code, await casesOf(code)] as const)));
}

const isInput = /\.(?:wit|wat|wasm)$/;

async function casesOf(code: string): Promise<DiagnosticCase[]> {
  const folder = join(root, code);
  const entries = await readdir(folder, { withFileTypes: true });
  const inputs = entries.filter((entry) => entry.isDirectory() || isInput.test(entry.name));
  const names = inputs.map((entry) => entry.name).sort();
  return names.map((file) => {
    const name = file.replace(isInput, '');
    return { code, name, path: join(folder, file), expected: join(folder, `${name}.txt`) };
  });
}

/** The files of a case, with the paths that its text has: those of the package, then its dependencies. */
export async function readFiles({ code, path }: DiagnosticCase): Promise<readonly CaseFile[]> {
  const paths = isInput.test(path) ? [path] : await filesBelow(path);
  return await Promise.all(
    paths.map(async (each) => ({ path: shortPath(each, code), text: await readFile(each, 'utf8') })),
  );
}

export interface CaseFile {
  readonly path: string;
  readonly text: string;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const isDependency = (path: string) => path.includes('/deps/');
  return files.sort((a, b) => Number(isDependency(a)) - Number(isDependency(b)) || (a < b ? -1 : 1));
}

/** The error of a case, and its text with paths as a reader in the folder of its code would see them. */
export async function renderCase({ code, path }: DiagnosticCase): Promise<RenderedCase> {
  try {
    await loadWit(path);
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
    return { error, text: `${shortPath(error.message, code)}\n` };
  }
  throw new Error(`${path}: nothing is wrong with this`);
}

export interface RenderedCase {
  readonly error: WitError;
  readonly text: string;
}

function shortPath(text: string, code: string): string {
  return text.replaceAll(join(root, code, '/'), '');
}
