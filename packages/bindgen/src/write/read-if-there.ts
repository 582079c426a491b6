import { readFile } from 'node:fs/promises';
import { FileError, fileErrorCode } from './file-error.js';

/**
 * The text of a file, or `undefined` if there is none.
 *
 * @throws {FileError} If it cannot be read.
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return undefined;
    throw new FileError(path, error);
  }
}
