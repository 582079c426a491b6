import { loadWit, WitFileError, type ResolvedWit } from '@wit-bindgen-ts/wit-parser';
import { UsageError } from './usage-error.js';

/**
 * Reads the WIT that a command is given.
 *
 * @param features - Names with commas between them, or `all`.
 * @throws WitError when the WIT cannot be used, and UsageError when it cannot be read.
 */
export async function loadInput(path: string, features = ''): Promise<ResolvedWit> {
  try {
    return await loadWit(path, { features: parseFeatures(features) });
  } catch (error) {
    if (error instanceof WitFileError) throw new UsageError(error.message);
    throw error;
  }
}

function parseFeatures(features: string): readonly string[] | 'all' {
  if (features === 'all') return 'all';
  return features
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
