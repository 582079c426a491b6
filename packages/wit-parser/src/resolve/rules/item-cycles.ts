import type { Identifier } from '../../syntax/ast.js';
import type { Report } from '../context.js';

export interface ItemUse {
  readonly from: Identifier;
  readonly to: Identifier;
  /** The name in `from` that stands for `to`. */
  readonly use: Identifier;
}

/** An interface does not use types that need its own, and a world does not include itself. */
export function reportItemCycle(report: Report, uses: readonly ItemUse[]): void {
  const [first] = uses;
  if (first === undefined) return;
  report({
    code: 'dependency-cycle',
    message: `\`${first.to.text}\` depends on itself`,
    span: first.to.span,
    notes: uses.map(({ from, to, use }) => ({
      message: `\`${from.text}\` needs \`${to.text}\` here`,
      span: use.span,
    })),
  });
}
