import { compareText } from '../resolve/package-name.js';
import { resolveWit } from '../resolve/resolve-wit.js';
import type { ResolvedWit, ResolveOptions } from '../resolve/resolve-wit.js';
import { findFiles } from './find-files.js';
import type { PackageFiles } from './find-files.js';
import { readWit } from './read-file.js';
import type { LoadedFile } from './read-file.js';
import { reportFileProblems } from './report-file-problems.js';

/**
 * Reads and resolves a WIT file, or a folder of them. All `.wit` files of a folder make one package; its folder `deps`
 * has the packages that it may use, each a `.wit` file or a folder of them. See "Filesystem structure" in the
 * standard's WIT.md.
 *
 * @param path - Shown in diagnostics as it is given.
 * @throws WitError when the WIT cannot be used, and WitFileError when there is none, or a file cannot be read.
 */
export async function loadWit(path: string, options: ResolveOptions = {}): Promise<ResolvedWit> {
  const found = await findFiles(path);
  const [main = [], ...dependencies] = await Promise.all(
    [found.main, ...found.dependencies].map(readPackage),
  );
  reportFileProblems([main, ...dependencies].flat());
  return resolveWit({ main, dependencies }, options);
}

/** A folder in `deps` without WIT is a package that lost its files. */
async function readPackage({ path, files }: PackageFiles): Promise<LoadedFile[]> {
  if (files.length === 0) return [emptyFolder(path)];
  const loaded = await Promise.all(files.map(readWit));
  return loaded.sort((a, b) => compareText(a.path, b.path));
}

function emptyFolder(path: string): LoadedFile {
  const message = 'there is no .wit file in this folder';
  return { path, text: '', problem: { code: 'missing-package', message, start: 0, end: 0 } };
}
