import { relative, sep } from 'node:path';
import { interfaceFolders } from '../write/stale-files.js';
import type { GenerateJob } from './generate-jobs.js';
import { UsageError } from './usage-error.js';

/**
 * Files in the folders of interfaces are removed where no world above them needs them, and so no other folder can be there.
 *
 * @throws UsageError for the first folder that is within those of another
 */
export function refuseNestedFolders(jobs: readonly GenerateJob[]): void {
  for (const { outDir: inner } of jobs)
    for (const { outDir: outer } of jobs) {
      const [first = ''] = relative(outer, inner).split(sep);
      if (interfaceFolders.includes(first))
        throw new UsageError(
          `${inner}: in this folder go the files of interfaces of ${outer}; choose another for one of them`,
        );
    }
}
