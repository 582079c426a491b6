import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderComparison } from './compare-folder.js';

/**
 * Brings folders up to date. Every new text is on the disk in full before the first file is replaced, so that a full
 * disk leaves the old files as they were.
 */
export async function updateFolders(folders: readonly FolderComparison[]): Promise<void> {
  const staged: string[] = [];
  try {
    for (const { folder, changes } of folders)
      for (const change of changes)
        if (change.kind !== 'stale') staged.push(await stage(join(folder, change.path), change.text));
  } catch (error) {
    await Promise.allSettled(staged.map((path) => rm(stagedPath(path), { force: true })));
    throw error;
  }
  for (const path of staged) await rename(stagedPath(path), path);
  for (const { folder, changes } of folders)
    for (const { kind, path } of changes) if (kind === 'stale') await removeFile(folder, path);
}

/** Writes a text beside the file that it is for. Nothing of it is left if that fails. */
async function stage(path: string, text: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(stagedPath(path), text);
    return path;
  } catch (error) {
    await rm(stagedPath(path), { force: true }).catch(() => undefined);
    throw error;
  }
}

function stagedPath(target: string): string {
  return `${target}.new`;
}

/** Removes a file, and the folders that are empty without it. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path));
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      await rmdir(join(folder, parent));
    } catch {
      return;
    }
  }
}
