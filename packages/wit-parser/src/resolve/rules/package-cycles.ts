import type { ProblemNote } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import type { Report } from '../context.js';

export interface PackageUse {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** A package does not depend on itself, not through others either. */
export function reportPackageCycle([first, ...others]: readonly PackageUse[], report: Report): void {
  if (first === undefined) return;
  report({
    code: 'package-cycle',
    message: `the package \`${first.from}\` depends on itself`,
    span: first.span,
    notes: notesOn(others),
  });
}

function notesOn(others: readonly PackageUse[]): readonly ProblemNote[] {
  if (others.length === 0) return [{ message: 'it names its own interfaces and worlds without its name' }];
  return others.map(({ from, to, span }) => ({ message: `\`${from}\` uses \`${to}\` here`, span }));
}
