/** One thing that is wrong, in a form that tools can read. */
export interface Problem {
  /** Stable and kebab-case: `import-missing`, `export-type`, `unexpected-end`. */
  readonly code: string;
  /** One sentence, in the reader's words. */
  readonly message: string;
  /** Where it is: an import or export path (`example:shop/log@1.2.0 › write`) or a byte offset (`0x1f`). */
  readonly where: string;
}

/** A list of problems as one text: the problem itself, or a headline with one line or block for each. */
export function describeProblems(headline: string, problems: readonly Problem[]): string {
  const [first, ...rest] = problems;
  if (first === undefined) return headline;
  if (rest.length === 0) return `${headline}: ${describeProblem(first)}`;
  return [`${headline}:`, ...problems.map((problem) => `- ${describeProblem(problem)}`)].join('\n');
}

function describeProblem({ where, message }: Problem): string {
  return `${where}: ${message.replaceAll('\n', '\n  ')}`;
}
