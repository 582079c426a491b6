import type { Identifier } from '../../syntax/ast.js';
import type { Report } from '../context.js';

/**
 * A type is not made of itself: its values would have no end.
 *
 * @param uses - The names that lead from one type of the cycle to the next, and from the last to the first.
 */
export function reportTypeCycle(report: Report, [first, ...others]: readonly Identifier[]): void {
  if (first === undefined) return;
  report({
    code: 'type-cycle',
    message: `the type \`${(others.at(-1) ?? first).text}\` contains itself`,
    span: first.span,
    notes: others.map(({ text, span }, index) => {
      const container = others[index - 1] ?? first;
      return { message: `\`${container.text}\` contains \`${text}\` here`, span };
    }),
  });
}
