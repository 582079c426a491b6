import { didYouMean } from '../source/did-you-mean.js';
import type { Identifier, Prelude } from './ast.js';
import type {
  CaseSyntax,
  FieldSyntax,
  LabelSyntax,
  ResourceFunc,
  TypeBody,
  TypeDefSyntax,
} from './ast-types.js';
import { parsePrelude } from './attributes.js';
import { parseFunc, parseSignature } from './functions.js';
import { parseList } from './lists.js';
import { openBody, parseBody } from './recovery.js';
import type { BodyRules } from './recovery.js';
import { oneOf, startsTopLevel, startsTypeDef, TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseType } from './type-expressions.js';

/**
 * `type`, `record`, `variant`, `enum`, `flags` or `resource`. See "Items: type" in the standard's WIT.md.
 *
 * @returns `undefined` where something else stands.
 */
export function parseTypeDef(stream: TokenStream, { docs, attributes }: Prelude): TypeDefSyntax | undefined {
  const { kind } = stream;
  if (!startsTypeDef(kind)) return undefined;
  stream.next();
  const name = stream.declaredName();
  stream.declared = name;
  const { problems } = stream;
  const body = parseTypeBody(stream, kind);
  const isLost = isEmpty(body) && stream.problems > problems;
  return { kind: 'type', docs, attributes, name, body: isLost ? lostBody(name) : body };
}

function isEmpty(body: TypeBody): boolean {
  if (body.kind === 'variant') return body.cases.length === 0;
  return body.kind === 'enum' && body.labels.length === 0;
}

/** Of a variant or an enum whose cases all failed: that it has none must not be reported too. */
function lostBody({ span }: Identifier): TypeBody {
  return { kind: 'alias', type: { kind: 'broken', span } };
}

function parseTypeBody(stream: TokenStream, kind: TokenKind): TypeBody {
  switch (kind) {
    case TokenKind.Record:
      return { kind: 'record', fields: parseBraces(stream, parseField) };
    case TokenKind.Variant:
      return { kind: 'variant', cases: parseBraces(stream, parseCase) };
    case TokenKind.Enum:
      return { kind: 'enum', labels: parseBraces(stream, parseLabel) };
    case TokenKind.Flags:
      return { kind: 'flags', labels: parseBraces(stream, parseLabel) };
    case TokenKind.Resource:
      return { kind: 'resource', funcs: parseResourceBody(stream) };
    default:
      return parseAlias(stream);
  }
}

function parseAlias(stream: TokenStream): TypeBody {
  stream.expect(TokenKind.Equals);
  const type = parseType(stream);
  stream.expectSemicolon();
  return { kind: 'alias', type };
}

function parseBraces<Item>(stream: TokenStream, parseOne: (stream: TokenStream) => Item): Item[] {
  openBody(stream, (kind) => kind === TokenKind.Identifier);
  return parseList(stream, TokenKind.RightBrace, parseOne, true);
}

function parseField(stream: TokenStream): FieldSyntax {
  const docs = stream.documentation();
  const name = stream.declaredName();
  stream.expect(TokenKind.Colon);
  return { docs, name, type: parseType(stream) };
}

function parseCase(stream: TokenStream): CaseSyntax {
  const { docs, name } = parseLabel(stream);
  if (!stream.accept(TokenKind.LeftParen)) return { docs, name, type: undefined };
  const type = parseType(stream);
  stream.expect(TokenKind.RightParen);
  return { docs, name, type };
}

function parseLabel(stream: TokenStream): LabelSyntax {
  const docs = stream.documentation();
  return { docs, name: stream.declaredName() };
}

function parseResourceBody(stream: TokenStream): readonly ResourceFunc[] {
  if (stream.accept(TokenKind.Semicolon)) return [];
  if (!stream.is(TokenKind.LeftBrace)) stream.fail('`;` or `{`');
  return parseBody(stream, resourceRules).filter((item) => item.kind !== 'broken');
}

const resourceKinds = ['a function', '`constructor`'];

const resourceRules: BodyRules<ResourceFunc> = {
  parseItem: parseResourceFunc,
  expected: resourceKinds,
  startsItem: (kind) => kind === TokenKind.Identifier || kind === TokenKind.Constructor,
  startsOuter: (kind) =>
    startsTopLevel(kind) ||
    startsTypeDef(kind) ||
    kind === TokenKind.Import ||
    kind === TokenKind.Export ||
    kind === TokenKind.Use,
};

function parseResourceFunc(stream: TokenStream): ResourceFunc {
  const prelude = parsePrelude(stream);
  const span = stream.span();
  if (stream.accept(TokenKind.Constructor)) {
    const name = { text: 'constructor', span };
    const func = { async: false, ...parseSignature(stream), span };
    return { kind: 'constructor', ...prelude, name, func };
  }
  if (!stream.isName()) stream.fail(oneOf(resourceKinds));
  const name = stream.declaredName();
  if (!stream.accept(TokenKind.Colon)) {
    stream.fail('`:`', didYouMean(name.text, ['constructor'])[0]?.message);
  }
  const kind = stream.accept(TokenKind.Static) ? 'static' : 'method';
  return { kind, ...prelude, name, func: parseFunc(stream) };
}
