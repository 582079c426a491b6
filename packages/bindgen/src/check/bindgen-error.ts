import { createDiagnostic, formatDiagnostic } from '@wit-bindgen-ts/wit-parser';
import type { Diagnostic, Problem, SourceMap } from '@wit-bindgen-ts/wit-parser';

export type BindgenProblemCode = 'empty-list' | 'name-invalid' | 'option-invalid' | 'option-unused';

/** One reason why no bindings can be generated. */
export interface BindgenProblem extends Problem<BindgenProblemCode> {
  /** The item in WIT: `example:shop/inventory@1.2.0 › find`. */
  readonly where: string;
}

/** Nobody reads more than this at a time. */
const mostDiagnostics = 50;

/** Thrown for valid WIT that no bindings can be generated for, or not with the options that are given. Lists every problem. */
export class BindgenError extends Error {
  override readonly name = 'BindgenError';
  /** What bindings were asked for, in words. */
  readonly subject: string;
  /** Never empty. */
  readonly problems: readonly BindgenProblem[];
  /** The first problems with their places, in the form of errors in WIT. None where the sources are not known. */
  readonly diagnostics: readonly Diagnostic<BindgenProblemCode>[];
  /** How many more problems there are, for which no diagnostics were made. */
  readonly omitted: number;

  constructor(subject: string, problems: readonly BindgenProblem[], sources?: SourceMap) {
    const diagnostics =
      sources === undefined
        ? []
        : problems.slice(0, mostDiagnostics).map((problem) => createDiagnostic(sources, problem));
    const omitted = problems.length - diagnostics.length;
    const details = sources === undefined ? listProblems(problems) : listDiagnostics(diagnostics, omitted);
    super(`cannot generate bindings for ${subject}:\n${details}`);
    this.subject = subject;
    this.problems = problems;
    this.diagnostics = diagnostics;
    this.omitted = omitted;
  }
}

function listProblems(problems: readonly BindgenProblem[]): string {
  return problems
    .map((problem) => [`- ${problem.where}: ${problem.message}`, ...adviceOf(problem)].join('; '))
    .join('\n');
}

/** What the notes of a problem say, where their places cannot be shown. */
export function adviceOf({ notes = [] }: BindgenProblem): string[] {
  return (typeof notes === 'function' ? notes() : notes).map(({ message }) => message);
}

function listDiagnostics(diagnostics: readonly Diagnostic<string>[], omitted: number): string {
  const texts = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic));
  if (omitted > 0) texts.push(`and ${omitted} more`);
  return `\n${texts.join('\n\n')}`;
}
