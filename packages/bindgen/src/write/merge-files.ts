import type { GeneratedFile } from '../emit/emit-world.js';

/** Files that were generated together, for a world or for the interfaces of a package. */
export interface FileGroup {
  /** What they were generated for, for errors: `world a:b/shop`. */
  readonly source: string;
  readonly files: readonly GeneratedFile[];
}

/**
 * Puts into one folder what was generated apart. Files that are the same are there once.
 *
 * @throws {Error} If two groups have different files of one name, or names that some file systems take for the same.
 */
export function mergeFiles(folder: string, groups: readonly FileGroup[]): GeneratedFile[] {
  const merged = new Map<string, { file: GeneratedFile; source: string }>();
  for (const { source, files } of groups)
    for (const file of files) {
      const key = file.path.toLowerCase();
      const other = merged.get(key);
      if (other === undefined) merged.set(key, { file, source });
      else if (other.file.path !== file.path || other.file.text !== file.text)
        throw new Error(
          `${folder}/${file.path}: this file would not be the same for the ${other.source} and the ${source}; generate them into folders of their own`,
        );
    }
  return [...merged.values()].map(({ file }) => file);
}
