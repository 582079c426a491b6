import { ProblemReport } from '../source/problem-report.js';
import { SourceMap } from '../source/source-map.js';
import { parseFile } from '../syntax/parse-file.js';
import type { LoadedFile } from './read-file.js';

/**
 * Reports the files that hold no WIT text, and the syntax errors of the others with them. What names mean is not asked:
 * those that are not known may stand in a file that could not be read.
 *
 * @throws WitError when there is such a file
 */
export function reportFileProblems(files: readonly LoadedFile[]): void {
  if (files.every(({ problem }) => problem === undefined)) return;
  const sources = new SourceMap();
  const report = new ProblemReport(sources);
  for (const { problem, ...source } of files) {
    const file = sources.add(source);
    if (problem === undefined) {
      parseFile(file, report);
    } else {
      const { start, end, ...rest } = problem;
      report.add({ ...rest, span: { file: file.index, start, end } });
    }
  }
  report.throwIfAny();
}
