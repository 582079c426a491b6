import type { Identifier } from '../../syntax/ast.js';
import type { Report } from '../context.js';
import type { ItemScope, ScopeOfKind } from '../scopes.js';

/** Types are used from interfaces, interfaces are imported and exported, and worlds are included. */
export function checkKind<Kind extends ItemScope['kind']>(
  report: Report,
  item: ItemScope,
  { text, span }: Identifier,
  expected: Kind,
): item is ScopeOfKind<Kind> {
  if (isOfKind(item, expected)) return true;
  report({
    code: expected === 'world' ? 'not-a-world' : 'not-an-interface',
    message: `\`${text}\` is ${withArticle(item.kind)}, not ${withArticle(expected)}`,
    span,
    notes: [{ message: 'defined here', span: item.span }],
  });
  return false;
}

function isOfKind<Kind extends ItemScope['kind']>(item: ItemScope, kind: Kind): item is ScopeOfKind<Kind> {
  return item.kind === kind;
}

function withArticle(kind: ItemScope['kind']): string {
  return kind === 'world' ? 'a world' : 'an interface';
}
