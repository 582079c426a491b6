import { didYouMean } from '../source/did-you-mean.js';
import type { InterfaceItem, InterfaceSyntax, Prelude } from './ast.js';
import { parsePrelude } from './attributes.js';
import { parseFunc } from './functions.js';
import { parseUse } from './paths.js';
import { parseBody } from './recovery.js';
import type { BodyRules } from './recovery.js';
import { oneOf, startsTopLevel, startsTypeDef, TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseTypeDef } from './type-defs.js';

/** See "Item: `interface`" in the standard's WIT.md. */
export function parseInterface(stream: TokenStream, { docs, attributes }: Prelude): InterfaceSyntax {
  stream.expect(TokenKind.Interface);
  const name = stream.declaredName();
  stream.declared = name;
  return { kind: 'interface', docs, attributes, name, items: parseInterfaceBody(stream) };
}

export function parseInterfaceBody(stream: TokenStream): readonly InterfaceItem[] {
  return parseBody(stream, interfaceRules);
}

const itemKinds = ['a type', 'a function', '`use`'];

const interfaceRules: BodyRules<InterfaceItem> = {
  parseItem: parseInterfaceItem,
  expected: itemKinds,
  startsItem: (kind) =>
    startsTypeDef(kind) ||
    kind === TokenKind.Use ||
    kind === TokenKind.Identifier ||
    kind === TokenKind.ExplicitIdentifier ||
    kind === TokenKind.At,
  startsOuter: (kind) => startsTopLevel(kind) || kind === TokenKind.Import || kind === TokenKind.Export,
};

function parseInterfaceItem(stream: TokenStream): InterfaceItem {
  const prelude = parsePrelude(stream);
  if (stream.is(TokenKind.Use)) return parseUse(stream, prelude);
  const typeDef = parseTypeDef(stream, prelude);
  if (typeDef !== undefined) return typeDef;
  if (!stream.isName()) stream.fail(oneOf(itemKinds), adviceOnFunc(stream));
  const name = stream.declaredName();
  stream.declared = name;
  if (!stream.accept(TokenKind.Colon)) stream.fail('`:`', adviceOnItem(name.text));
  return { kind: 'func', ...prelude, name, func: parseFunc(stream) };
}

/** `func f()` */
function adviceOnFunc(stream: TokenStream): string | undefined {
  return stream.is(TokenKind.Func) ? 'the name of a function comes first: `name: func()`' : undefined;
}

const itemKeywords = ['enum', 'flags', 'record', 'resource', 'type', 'use', 'variant'];

/** What other languages call a kind of type. */
const foreignKeywords: ReadonlyMap<string, string> = new Map([
  ['class', 'resource'],
  ['struct', 'record'],
  ['typedef', 'type'],
  ['union', 'variant'],
]);

/** `recrd item {` */
function adviceOnItem(word: string): string | undefined {
  const keyword = foreignKeywords.get(word);
  if (keyword !== undefined) return `did you mean \`${keyword}\`?`;
  return didYouMean(word, itemKeywords)[0]?.message;
}
