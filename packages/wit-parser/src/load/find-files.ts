import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../resolve/package-name.js';
import { fileErrorCode, unreadable, WitFileError } from './file-error.js';

/** The files of one package. */
export interface PackageFiles {
  /** Where they were found: a folder, or the file itself where there is one alone. */
  readonly path: string;
  readonly files: readonly string[];
}

/** What a path leads to. */
export interface FoundFiles {
  readonly main: PackageFiles;
  /** In the order of their names in `deps`. */
  readonly dependencies: readonly PackageFiles[];
}

/**
 * Finds the files that belong to a path, as wasm-tools does. A file stands alone: a folder `deps` beside it is not
 * looked at. A folder is a package, and its folder `deps` holds others, whose own folders `deps` are not looked at.
 */
export async function findFiles(path: string): Promise<FoundFiles> {
  const entries = await entriesOf(path, 'ENOTDIR');
  if (entries === undefined) return { main: { path, files: [path] }, dependencies: [] };
  const main = { path, files: await witFiles(path, entries) };
  if (main.files.length === 0) throw new WitFileError(path, 'there is no .wit file in this folder');
  const hasDependencies = entries.some(({ name }) => name === 'deps');
  return { main, dependencies: hasDependencies ? await findDependencies(join(path, 'deps')) : [] };
}

/** None where `deps` is a link that leads nowhere. */
async function findDependencies(folder: string): Promise<PackageFiles[]> {
  const entries = (await entriesOf(folder, 'ENOENT')) ?? [];
  const found = await Promise.all(entries.map((entry) => findDependency(join(folder, entry.name), entry)));
  return found.filter((dependency) => dependency !== undefined);
}

/** Files of other kinds are ignored: a README may stand there, or what an editor or a system leaves behind. */
async function findDependency(path: string, entry: Dirent): Promise<PackageFiles | undefined> {
  if (await isFolder(path, entry)) return { path, files: await witFiles(path, await entriesOf(path)) };
  return /.\.(?:wit|wat|wasm)$/s.test(entry.name) ? { path, files: [path] } : undefined;
}

/** The `.wit` files of a folder, but not of the folders in it. */
async function witFiles(folder: string, entries: readonly Dirent[]): Promise<string[]> {
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.endsWith('.wit') && !(await isFolder(path, entry))) files.push(path);
  }
  return files;
}

/** Only a link has to be followed to know. */
async function isFolder(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** In an order that does not depend on the platform. An error that is expected means that there are none. */
async function entriesOf(folder: string): Promise<Dirent[]>;
async function entriesOf(folder: string, expected: string): Promise<Dirent[] | undefined>;
async function entriesOf(folder: string, expected?: string): Promise<Dirent[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    if (expected !== undefined && fileErrorCode(error) === expected) return undefined;
    throw unreadable(folder, error);
  }
}
