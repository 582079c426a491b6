import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveWit } from '../resolve/resolve-wit.js';
import type { ResolvedWit, ResolveOptions, WitSources } from '../resolve/resolve-wit.js';
import type { SourceText } from '../source/source-map.js';

/**
 * Reads and resolves a WIT file, or a folder of them. All `.wit` files of a folder make one package; its folder `deps`
 * has the packages that it may use, each a `.wit` file or a folder of them. See "Filesystem structure" in the
 * standard's WIT.md.
 *
 * @param path - Shown in diagnostics as it is given.
 * @throws WitError when the WIT cannot be used, and what `node:fs` throws when a file cannot be read.
 */
export async function loadWit(path: string, options: ResolveOptions = {}): Promise<ResolvedWit> {
  return resolveWit(await readSources(path), options);
}

async function readSources(path: string): Promise<WitSources> {
  if (!(await stat(path)).isDirectory()) return { main: [await readSource(path)] };
  const main = await readFolder(path);
  if (main.length === 0) throw new Error(`${path}: there is no .wit file in this folder`);
  const hasDependencies = (await entriesOf(path)).includes('deps');
  return { main, dependencies: hasDependencies ? await readDependencies(join(path, 'deps')) : [] };
}

async function readDependencies(folder: string): Promise<SourceText[][]> {
  const dependencies: SourceText[][] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry);
    if ((await stat(path)).isDirectory()) dependencies.push(await readFolder(path));
    else if (entry.endsWith('.wit')) dependencies.push([await readSource(path)]);
  }
  return dependencies.filter((files) => files.length > 0);
}

/** The `.wit` files of a folder, but not of the folders in it. */
async function readFolder(folder: string): Promise<SourceText[]> {
  const paths = (await entriesOf(folder))
    .filter((entry) => entry.endsWith('.wit'))
    .map((entry) => join(folder, entry));
  const files: SourceText[] = [];
  for (const path of paths) if (!(await stat(path)).isDirectory()) files.push(await readSource(path));
  return files;
}

/** In an order that does not depend on the platform. */
async function entriesOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

async function readSource(path: string): Promise<SourceText> {
  const bytes = await readFile(path);
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new Error(`${path}: this file is not UTF-8 text`);
  }
}
