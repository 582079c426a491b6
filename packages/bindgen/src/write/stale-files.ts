import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { GeneratedFile } from '../emit/emit-world.js';
import { isGenerated } from '../emit/generated-header.js';
import { fileErrorCode } from './file-error.js';
import { readIfThere } from './read-if-there.js';
import { isOfMissingWorld, type PackageWorlds } from './world-source.js';

/** The folders that hold the files of interfaces. */
export const interfaceFolders: readonly string[] = ['imports', 'exports'];
const importedPath = / from '(\.[^']*)\.js';$/gm;

/**
 * Finds files that an earlier run generated for a world that its package has no longer, or for an interface that no world
 * in the folder imports any more. Other worlds can share the folder: they and what their files import are not stale, and
 * neither are files that were not generated.
 *
 * @returns paths relative to the folder, with `/`, in order
 */
export async function findStaleFiles(
  folder: string,
  files: readonly GeneratedFile[],
  packages: PackageWorlds,
): Promise<string[]> {
  const generated = new Map(files.map(({ path, text }) => [path, text]));
  const existing = await readGeneratedFiles(folder);
  const texts = new Map([...existing, ...generated]);
  // The files of worlds stand at the top of the folder.
  const worlds = [...texts.keys()].filter((path) => !path.includes('/'));
  const live = worlds.filter(
    (path) => generated.has(path) || !isOfMissingWorld(texts.get(path) ?? '', packages),
  );
  const reachable = reachableFrom(live, texts);
  return [...existing.keys()].filter((path) => !generated.has(path) && !reachable.has(path)).sort();
}

function reachableFrom(roots: readonly string[], texts: ReadonlyMap<string, string>): Set<string> {
  const reached = new Set<string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const [, imported] of (texts.get(path) ?? '').matchAll(importedPath)) {
      open.push(posix.join(posix.dirname(path), `${imported}.ts`));
    }
  }
  return reached;
}

async function readGeneratedFiles(folder: string): Promise<Map<string, string>> {
  const top = await filesIn(folder, '');
  const nested = await Promise.all(interfaceFolders.map((name) => filesBelow(folder, name)));
  const texts = new Map<string, string>();
  for (const path of [...top, ...nested.flat()]) {
    const text = await readIfThere(join(folder, path));
    if (text !== undefined && isGenerated(text)) texts.set(path, text.replaceAll('\r\n', '\n'));
  }
  return texts;
}

async function filesBelow(folder: string, below: string): Promise<string[]> {
  const entries = await entriesOf(join(folder, below));
  const nested = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => filesBelow(folder, `${below}/${name}`));
  return [...(await filesIn(folder, `${below}/`)), ...(await Promise.all(nested)).flat()];
}

async function filesIn(folder: string, prefix: string): Promise<string[]> {
  const entries = (await entriesOf(join(folder, prefix))).filter(({ name }) => name.endsWith('.ts'));
  const areFiles = await Promise.all(entries.map((entry) => isFile(join(folder, prefix, entry.name), entry)));
  return entries.filter((_, index) => areFiles[index]).map(({ name }) => prefix + name);
}

/** Only a link has to be followed to know. */
async function isFile(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
