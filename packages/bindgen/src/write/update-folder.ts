import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderComparison } from './compare-folder.js';

/**
 * Brings a folder up to date. Every new text is on the disk in full before the first file is replaced, so that a full
 * disk leaves the old files as they were.
 */
export async function updateFolder(folder: string, { changes }: FolderComparison): Promise<void> {
  const written = changes.flatMap((change) => (change.kind === 'stale' ? [] : change));
  const staged: string[] = [];
  try {
    for (const { path, text } of written) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      staged.push(stagedPath(target));
      await writeFile(stagedPath(target), text);
    }
  } catch (error) {
    await Promise.allSettled(staged.map((path) => rm(path, { force: true })));
    throw error;
  }
  for (const { path } of written) await rename(stagedPath(join(folder, path)), join(folder, path));
  for (const { kind, path } of changes) if (kind === 'stale') await removeFile(folder, path);
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
