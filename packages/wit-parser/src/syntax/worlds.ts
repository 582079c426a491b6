import type { ExternItem, ExternSyntax, Identifier, Prelude, WorldItemSyntax, WorldSyntax } from './ast.js';
import { parsePrelude } from './attributes.js';
import { parseFunc } from './functions.js';
import { parseInterfaceBody } from './interfaces.js';
import { parseInclude, parsePathTail, parseUse } from './paths.js';
import { parseBody } from './recovery.js';
import type { BodyRules } from './recovery.js';
import { oneOf, startsTopLevel, startsTypeDef, TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseTypeDef } from './type-defs.js';

/** See "Item: `world`" and "Item: `include`" in the standard's WIT.md. */
export function parseWorld(stream: TokenStream, { docs, attributes }: Prelude): WorldSyntax {
  stream.expect(TokenKind.World);
  const name = stream.declaredName();
  stream.declared = name;
  return { kind: 'world', docs, attributes, name, items: parseBody(stream, worldRules) };
}

const itemKinds = ['`import`', '`export`', '`include`', '`use`', 'a type'];

const worldRules: BodyRules<WorldItemSyntax> = {
  parseItem: parseWorldItem,
  expected: itemKinds,
  startsItem: (kind) =>
    startsTypeDef(kind) ||
    kind === TokenKind.Import ||
    kind === TokenKind.Export ||
    kind === TokenKind.Include ||
    kind === TokenKind.Use ||
    kind === TokenKind.At,
  startsOuter: startsTopLevel,
};

function parseWorldItem(stream: TokenStream): WorldItemSyntax {
  const prelude = parsePrelude(stream);
  switch (stream.kind) {
    case TokenKind.Import:
      return parseExtern(stream, 'import', prelude);
    case TokenKind.Export:
      return parseExtern(stream, 'export', prelude);
    case TokenKind.Include:
      return parseInclude(stream, prelude);
    case TokenKind.Use:
      return parseUse(stream, prelude);
    default:
      return parseTypeDef(stream, prelude) ?? stream.fail(oneOf(itemKinds), adviceOnItem(stream));
  }
}

/** `f: func();` without a direction. */
function adviceOnItem(stream: TokenStream): string | undefined {
  const isNamed = stream.isName() && /^[ \t]*:/.test(stream.following(8));
  return isNamed ? 'write `import` or `export` before it' : undefined;
}

function parseExtern(
  stream: TokenStream,
  kind: 'import' | 'export',
  { docs, attributes }: Prelude,
): ExternSyntax {
  stream.next();
  const name = stream.isName() ? stream.declaredName() : stream.identifier();
  stream.declared = name;
  if (stream.accept(TokenKind.Colon)) {
    return { kind, docs, attributes, item: parseExternType(stream, name) };
  }
  stream.expectSemicolon('`:` or `;`');
  return { kind, docs, attributes, item: { kind: 'path', path: { package: undefined, name } } };
}

/** What follows `import name:`. */
function parseExternType(stream: TokenStream, name: Identifier): ExternItem {
  switch (stream.kind) {
    case TokenKind.Func:
    case TokenKind.Async:
      return { kind: 'func', name, func: parseFunc(stream) };
    case TokenKind.Interface:
      stream.next();
      return { kind: 'inline-interface', name, items: parseInterfaceBody(stream) };
    case TokenKind.Identifier:
    case TokenKind.ExplicitIdentifier: {
      const item = parseExternPath(stream, name, stream.identifier());
      stream.expectSemicolon();
      return item;
    }
    default:
      return stream.fail('`func`, `interface` or the name of an interface');
  }
}

/** What follows `import first:second`: `first` is a namespace before a slash, else the name of the import. */
function parseExternPath(stream: TokenStream, first: Identifier, second: Identifier): ExternItem {
  if (stream.is(TokenKind.Slash)) return { kind: 'path', path: parsePathTail(stream, first, second) };
  if (stream.accept(TokenKind.Colon)) {
    const third = stream.identifier();
    return { kind: 'named-path', name: first, path: parsePathTail(stream, second, third) };
  }
  return { kind: 'named-path', name: first, path: { package: undefined, name: second } };
}
