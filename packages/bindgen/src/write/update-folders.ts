import { randomUUID } from 'node:crypto';
import { mkdir, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderChange, FolderComparison } from './compare-folder.js';

/** A new text that is on the disk, and the file that it is to replace. */
interface StagedFile {
  readonly path: string;
  readonly target: string;
}

/**
 * Brings folders up to date. Every new text is on the disk in full before the first file is replaced, so that a full
 * disk leaves the old files as they were.
 */
export async function updateFolders(folders: readonly FolderComparison[]): Promise<void> {
  const staged: StagedFile[] = [];
  try {
    for (const { folder, changes } of folders)
      for (const change of changes)
        if (change.kind !== 'stale') staged.push(await stage(join(folder, change.path), change));
    for (const { path, target } of staged) await rename(path, target);
  } catch (error) {
    await Promise.allSettled(staged.map(({ path }) => rm(path, { force: true })));
    throw error;
  }
  for (const { folder, changes } of folders)
    for (const { kind, path } of changes) if (kind === 'stale') await removeFile(folder, path);
}

/** Writes a text beside the file that it is for, under a name that no file has. Nothing of it is left if that fails. */
async function stage(
  path: string,
  { kind, text }: Exclude<FolderChange, { kind: 'stale' }>,
): Promise<StagedFile> {
  await mkdir(dirname(path), { recursive: true });
  // A link stays one: what it leads to is replaced.
  const target = kind === 'missing' ? path : await realpath(path);
  const staged = { path: join(dirname(target), `.wit-bindgen-ts-${randomUUID()}`), target };
  try {
    await writeFile(staged.path, text, { flag: 'wx' });
    return staged;
  } catch (error) {
    await rm(staged.path, { force: true }).catch(() => undefined);
    throw error;
  }
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
