import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileErrorCode } from '../write/file-error.js';
import { checkConfig } from './check-config.js';
import type { Config } from './config.js';
import { ConfigError } from './config-error.js';

/** What a config file says. */
export interface LoadedConfig {
  readonly path: string;
  /** What its paths are relative to. Empty for the current folder. */
  readonly folder: string;
  readonly entries: readonly Config[];
}

/**
 * Loads a config file: a JavaScript or TypeScript module. A file that changed is loaded again; what it imports is not, as
 * an engine keeps every module that it has loaded.
 *
 * @throws {ConfigError} If it cannot be loaded, or says what it cannot.
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const exported = await importDefault(path);
  const folder = dirname(path);
  return { path, folder: folder === '.' ? '' : folder, entries: checkConfig(path, exported) };
}

async function importDefault(path: string): Promise<unknown> {
  try {
    const url = pathToFileURL(resolve(path));
    url.searchParams.set('changed', `${(await stat(path)).mtimeMs}`);
    const module: unknown = await importModule(url.href);
    return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') throw new ConfigError(path, 'there is no such file');
    throw new ConfigError(path, `this cannot be loaded: ${messageOf(error)}`, error);
  }
}

/** Most engines can run TypeScript; Node 20 is taught to. */
async function importModule(url: string): Promise<unknown> {
  try {
    return await import(url);
  } catch (error) {
    if (fileErrorCode(error) !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    const { registerTypeScript } = await import('./register-typescript.js');
    registerTypeScript();
    return await import(`${url}&typescript`);
  }
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
