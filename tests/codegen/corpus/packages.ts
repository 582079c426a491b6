import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readCases } from '../../conformance/wit/corpus.js';

/** A WIT package to generate from. */
export interface WitPackage {
  /** How it is called in lists: its path in the corpus. */
  readonly path: string;
  /** What to load: a file or a folder. */
  readonly input: string;
}

/**
 * The packages of a folder, found as the WIT cases are (see tests/conformance/wit): each `.wit` file, each folder of them,
 * each folder with a `wit` in it, and of `accept` those; in other folders they are looked for again. A `.wit` file
 * is one package.
 *
 * @throws Error where there are none
 */
export function openCorpus(path: string): readonly WitPackage[] {
  if (!existsSync(path)) throw new Error(`${path}: there is no such file or folder`);
  const isPackage = path.endsWith('.wit') && !statSync(path).isDirectory();
  const packages = isPackage ? [{ path: basename(path), input: path }] : packagesBelow(resolve(path), '');
  if (packages.length === 0) throw new Error(`${path}: there are no WIT packages in this folder`);
  return packages;
}

function packagesBelow(folder: string, prefix: string): WitPackage[] {
  const cases = readCases(folder);
  const here = cases.flatMap(({ kind, path, input }) =>
    input === undefined || kind === 'reject' ? [] : [{ path: prefix + path, input }],
  );
  if (cases.some(({ input }) => input === folder)) return here;
  const known = new Set(cases.map(({ path }) => path.split('/')[0]));
  const others = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !known.has(entry.name) && !ignored.has(entry.name),
  );
  const deeper = others.flatMap(({ name }) => packagesBelow(join(folder, name), `${prefix}${name}/`));
  return [...here, ...deeper];
}

/** What `readCases` has read already, and what is never looked into. */
const ignored = new Set(['accept', 'reject', 'node_modules', '.git']);
