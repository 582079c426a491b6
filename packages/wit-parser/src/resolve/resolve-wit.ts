import type { Problem } from '../source/diagnostic.js';
import { ProblemReport } from '../source/problem-report.js';
import { SourceMap } from '../source/source-map.js';
import type { SourceText } from '../source/source-map.js';
import type { FileSyntax } from '../syntax/ast.js';
import { parseFile } from '../syntax/parse-file.js';
import type { PackageId, Resolve } from './model.js';
import { compareText } from './package-name.js';
import { groupFiles } from './package-units.js';
import { resolvePackages } from './resolve-packages.js';

/** How WIT is resolved. */
export interface ResolveOptions {
  /** The `@unstable` features that are active: a list of them, or `'all'`. None unless given. */
  readonly features?: readonly string[] | 'all';
}

/** WIT files in memory. */
export interface WitSources {
  /** The files of the main package; each may also define others in braces. At least one. */
  readonly main: readonly SourceText[];
  /** The packages that it may use: one list of files for each. */
  readonly dependencies?: readonly (readonly SourceText[])[];
}

/** Resolved WIT. */
export interface ResolvedWit {
  readonly resolve: Resolve;
  /** The main package: the one that the given file or folder declares. */
  readonly package: PackageId;
  /** Every file that was read. The spans in `resolve` refer to it. */
  readonly sources: SourceMap;
}

/**
 * Resolves WIT files in memory: parses them, orders their packages and looks up every name. Reads no file, so it works
 * in a browser too.
 *
 * @throws WitError with all that is wrong, as far as one error does not follow from another.
 */
export function resolveWit(
  { main, dependencies = [] }: WitSources,
  options: ResolveOptions = {},
): ResolvedWit {
  if (main.length === 0) throw new TypeError('there is no file to resolve');
  const sources = new SourceMap();
  const problems = new ProblemReport(sources);
  const report = (problem: Problem) => problems.add(problem);
  const groups = [main, ...dependencies]
    .filter((files) => files.length > 0)
    .map((files) => groupFiles(parseFiles(files, sources, problems), problems.isEmpty, report));
  const resolved = resolvePackages(groups, options.features ?? [], report);
  problems.throwIfAny();
  return { resolve: resolved.resolve, package: resolved.main, sources };
}

function parseFiles(files: readonly SourceText[], sources: SourceMap, problems: ProblemReport): FileSyntax[] {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  return sorted.map((file) => parseFile(sources.add(file), problems));
}
