import type { Problem } from '../../source/diagnostic.js';
import type { Identifier, RenamedName } from '../../syntax/ast.js';
import type { InterfaceItem, WorldItemSyntax } from '../../syntax/ast.js';
import type { Span } from '../../source/span.js';
import type { ResourceFunc } from '../../syntax/ast-types.js';

type Report = (problem: Problem) => void;

/** The types and functions of an interface or a world have names of their own. @returns The first of each name. */
export function distinctDeclarations(
  items: readonly (InterfaceItem | WorldItemSyntax)[],
  report: Report,
): ReadonlyMap<string, Identifier> {
  const first = new Map<string, Identifier>();
  const declare = (name: Identifier) => {
    const earlier = first.get(name.text);
    if (earlier === undefined) first.set(name.text, name);
    else report(definedTwice(`\`${name.text}\` is defined twice`, name.span, earlier.span));
  };
  for (const item of items) {
    if (item.kind === 'use-types') for (const name of item.names) declare(localName(name));
    else if (item.kind === 'type' || item.kind === 'func') declare(item.name);
    else if (item.kind === 'broken' && item.name !== undefined) declare(item.name);
  }
  return first;
}

/** What a `use` calls a type where it stands. */
export function localName({ name, alias }: RenamedName): Identifier {
  return alias ?? name;
}

/** The functions of a resource have names of their own, and it has one constructor at most. */
export function checkResourceFuncs(funcs: readonly ResourceFunc[], report: Report): void {
  const first = new Map<string, Identifier>();
  for (const { kind, name } of funcs) {
    const isConstructor = kind === 'constructor';
    const key = isConstructor ? '[constructor]' : name.text;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, name);
      continue;
    }
    const message = isConstructor
      ? 'a resource has one constructor at most'
      : `\`${name.text}\` is defined twice`;
    report(definedTwice(message, name.span, earlier.span));
  }
}

/** The parameters of a function have names of their own. */
export function checkParam(name: Identifier, seen: Map<string, Span>, report: Report): void {
  const first = seen.get(name.text);
  if (first !== undefined) {
    report(definedTwice(`the parameter \`${name.text}\` is defined twice`, name.span, first));
  }
  seen.set(name.text, name.span);
}

export function definedTwice(message: string, span: Span, first: Span): Problem {
  return { code: 'duplicate-name', message, span, notes: [{ message: 'first defined here', span: first }] };
}
