import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileErrorCode } from '../write/file-error.js';
import { ConfigError } from './config-error.js';

const names = ['ts', 'mts', 'js', 'mjs'].map((extension) => `wit-bindgen-ts.config.${extension}`);

/**
 * Finds the config file of a folder.
 *
 * @throws {ConfigError} If there are several: one would be ignored.
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  const paths = names.map((name) => join(folder, name));
  const found = await Promise.all(paths.map(isFile));
  const [first, second] = paths.filter((_, index) => found[index]);
  if (first !== undefined && second !== undefined)
    throw new ConfigError(first, `${second} is there too, and one must be chosen with --config`);
  return first;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
