import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';

/** Cases made by others, beside the repository. */
export const corpusRoot = fileURLToPath(new URL('../../../../../shared/conformance', import.meta.url));

/** `describe` for a corpus. Skips, and says so, where the folder is missing. */
export function describeCorpus(folder: string, body: (path: string) => void): void {
  const path = join(corpusRoot, folder);
  if (existsSync(path)) describe(`conformance: ${folder}`, () => body(path));
  else describe.skip(`conformance: ${folder} is missing beside the repository`, () => body(path));
}

/** The entries of a corpus that end with a suffix, without it; none when the folder is missing. */
export function caseNames(path: string, suffix: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((entry) => entry.endsWith(suffix))
    .map((entry) => entry.slice(0, -suffix.length))
    .sort();
}

/** The folder or the file of a case. */
export function inputPath(path: string, name: string): string {
  const folder = join(path, name);
  return existsSync(folder) ? folder : `${folder}.wit`;
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
