import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A folder that is there, and which names in it matter. */
export interface WatchedPlace {
  readonly folder: string;
  readonly matters: (name: string) => boolean;
}

/**
 * Where to look for changes of what was read: the files themselves, the folders that a new file may appear in, and for
 * what is not there, the folder in which it would appear. Folders are watched rather than files, because editors
 * replace files.
 */
export async function watchedPlaces(paths: readonly string[]): Promise<WatchedPlace[]> {
  return (await Promise.all(paths.map(placesOf))).flat();
}

async function placesOf(path: string): Promise<WatchedPlace[]> {
  const itself = await nearestPlace(path);
  if (!(await isFolder(path))) return [itself, ...(await linkedPlace(path))];
  return [
    itself,
    ...(await folderPlaces(path, (name) => isWit(name) || name === 'deps')),
    ...(await dependencyPlaces(join(path, 'deps'))),
  ];
}

/** In `deps` stand packages: files of several kinds, and folders. */
async function dependencyPlaces(deps: string): Promise<WatchedPlace[]> {
  if (!(await isFolder(deps))) return [];
  const paths = (await entriesOf(deps)).map(({ name }) => join(deps, name));
  const areFolders = await Promise.all(paths.map(isFolder));
  const folders = paths.filter((_, index) => areFolders[index]);
  const nested = await Promise.all(folders.map((folder) => folderPlaces(folder, isWit)));
  return [...(await folderPlaces(deps, () => true)), ...nested.flat()];
}

/** A folder, and what links in it lead to. */
async function folderPlaces(folder: string, matters: WatchedPlace['matters']): Promise<WatchedPlace[]> {
  const links = (await entriesOf(folder)).filter((entry) => entry.isSymbolicLink() && matters(entry.name));
  const linked = await Promise.all(links.map(({ name }) => linkedPlace(join(folder, name))));
  return [{ folder, matters }, ...linked.flat()];
}

/** The folder that a path stands in, or would if its own were there. */
async function nearestPlace(path: string): Promise<WatchedPlace> {
  const [folder, wanted] = [dirname(path), basename(path)];
  if (folder === path || (await isFolder(folder))) return { folder, matters: (name) => name === wanted };
  return await nearestPlace(folder);
}

/** None in a folder that is gone by now. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A file or a folder can be a link to another that changes. */
async function linkedPlace(path: string): Promise<WatchedPlace[]> {
  try {
    const target = await realpath(path);
    return [{ folder: dirname(target), matters: (name) => name === basename(target) }];
  } catch {
    return [];
  }
}

function isWit(name: string): boolean {
  return name.endsWith('.wit');
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
