import type { Span } from '../../source/span.js';
import type { Attribute } from '../../syntax/ast.js';
import type { Report } from '../context.js';

/** An item has one attribute of each kind at most. */
export function reportRepeatedGate(report: Report, { kind, span }: Attribute, first: Attribute): void {
  reportConflict(report, `\`@${kind}\` may stand once`, span, first.span);
}

/** What is stable is not unstable. */
export function reportTwoGates(report: Report, since: Attribute, unstable: Attribute): void {
  const message = 'an item is either `@since` a version or `@unstable`, not both';
  reportConflict(report, message, since.span, unstable.span);
}

/** Only what is there can be deprecated. */
export function reportLoneDeprecation(report: Report, { span }: Attribute): void {
  const message = '`@deprecated` needs `@since` or `@unstable` beside it';
  report({ code: 'conflicting-gates', message, span });
}

function reportConflict(report: Report, message: string, span: Span, other: Span): void {
  const notes = [{ message: 'the other stands here', span: other }];
  report({ code: 'conflicting-gates', message, span, notes });
}
