/** One thing that is wrong, in a form that tools can read. */
export interface Problem {
  /** Stable and kebab-case: `import-missing`, `export-type`, `unexpected-end`. */
  readonly code: string;
  /** One sentence, in the reader's words. */
  readonly message: string;
  /** Where it is: an import or export path (`example:shop/log@1.2.0 › write`) or a byte offset (`0x1f`). */
  readonly where: string;
}

/** How long a text may be, and the part of one problem in it: names in hostile components are long, and many. */
const longest = { text: 100_000, problem: 4000 } as const;

/**
 * A list of problems as one text: the problem itself, or a headline with one line or block for each. Of a great many, only
 * the first are told.
 */
export function describeProblems(headline: string, problems: readonly Problem[]): string {
  const [first, ...rest] = problems;
  if (first === undefined) return headline;
  if (rest.length === 0) return `${headline}: ${describeProblem(first)}`;
  const lines = [`${headline}:`];
  let length = 0;
  for (const problem of problems) {
    const line = `- ${describeProblem(problem)}`;
    length += line.length;
    if (length > longest.text)
      return [...lines, `- and ${problems.length - lines.length + 1} more`].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

function describeProblem({ where, message }: Problem): string {
  const text = `${where}: ${message.replaceAll('\n', '\n  ')}`;
  return text.length > longest.problem ? `${text.slice(0, longest.problem)}…` : text;
}
