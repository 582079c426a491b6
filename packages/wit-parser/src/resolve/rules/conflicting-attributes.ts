import type { Problem } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import type { Attribute } from '../../syntax/ast.js';

/** Each attribute stands once, an item is either `@since` or `@unstable`, and `@deprecated` needs one of the two. */
export function checkAttributes(
  attributes: readonly Attribute[],
  takesId: boolean,
  report: (problem: Problem) => void,
): void {
  const first = new Map<Attribute['kind'], Span>();
  for (const { kind, span } of attributes) {
    const earlier = first.get(kind);
    if (earlier === undefined) first.set(kind, span);
    else if (kind !== 'external-id' || takesId)
      report(conflict(`\`@${kind}\` may stand once`, span, earlier));
  }
  const since = first.get('since');
  const unstable = first.get('unstable');
  const deprecated = first.get('deprecated');
  if (since !== undefined && unstable !== undefined) {
    report(conflict('an item is either `@since` a version or `@unstable`, not both', unstable, since));
  } else if (deprecated !== undefined && since === undefined && unstable === undefined) {
    const message = '`@deprecated` needs `@since` or `@unstable` beside it';
    report({ code: 'conflicting-gates', message, span: deprecated });
  }
}

function conflict(message: string, span: Span, other: Span): Problem {
  return {
    code: 'conflicting-gates',
    message,
    span,
    notes: [{ message: 'the other stands here', span: other }],
  };
}
