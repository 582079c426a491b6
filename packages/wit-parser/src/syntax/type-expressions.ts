import { didYouMean } from '../source/did-you-mean.js';
import type { Identifier } from './ast.js';
import { primitiveTypes, type PrimitiveType } from './primitive-types.js';
import type { TypeSyntax } from './ast-types.js';
import { keywords, TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';

/** Deeper types are refused, so that no pass over them can exhaust the stack. As deep as wasm-tools goes. */
const deepestType = 100;

const longestList = 0xffff_ffff;

const primitives: ReadonlyMap<TokenKind | undefined, PrimitiveType> = new Map(
  primitiveTypes.map((type) => [keywords.get(type), type]),
);

/**
 * A type where one is used. See "Types" in the standard's WIT.md.
 *
 * @param depth - In how many other types it stands.
 */
export function parseType(stream: TokenStream, depth = 0): TypeSyntax {
  if (depth >= deepestType) {
    const message = `types may be nested ${deepestType} deep at most`;
    stream.failWith({ code: 'nesting-too-deep', message });
  }
  const { kind } = stream;
  if (kind === TokenKind.Identifier || kind === TokenKind.ExplicitIdentifier) {
    const name = stream.identifier();
    if (stream.is(TokenKind.LessThan)) failArguments(stream, name);
    return { kind: 'name', name, span: name.span };
  }
  const primitive = primitives.get(kind);
  if (primitive === undefined) return parseConstructedType(stream, depth);
  const span = stream.span();
  stream.next();
  return { kind: 'primitive', type: primitive, span };
}

function parseConstructedType(stream: TokenStream, depth: number): TypeSyntax {
  switch (stream.kind) {
    case TokenKind.List:
      return parseListType(stream, depth);
    case TokenKind.Option: {
      const span = takeKeyword(stream);
      return { kind: 'option', element: parseArgument(stream, depth), span };
    }
    case TokenKind.Result:
      return parseResult(stream, depth);
    case TokenKind.Tuple:
      return parseTuple(stream, depth);
    case TokenKind.Map:
      return parseMap(stream, depth);
    case TokenKind.Future:
      return parseAsyncValue(stream, 'future', depth);
    case TokenKind.Stream:
      return parseAsyncValue(stream, 'stream', depth);
    case TokenKind.Own:
      return parseHandle(stream, 'own');
    case TokenKind.Borrow:
      return parseHandle(stream, 'borrow');
    case TokenKind.LeftParen:
      return failNamedResults(stream);
    default:
      return stream.fail('a type');
  }
}

/** `-> (a: u8, b: u8)`, as WIT had it once. */
function failNamedResults(stream: TokenStream): never {
  const message = 'expected a type, found `(`';
  const notes = [{ message: 'a function has one result: for several, use a tuple or a record' }];
  return stream.failWith({ code: 'syntax-error', message, notes });
}

const typesWithArguments = ['list', 'option', 'result', 'tuple', 'map', 'future', 'stream', 'own', 'borrow'];

function failArguments(stream: TokenStream, { text }: Identifier): never {
  const message = `\`${text}\` is not a type that takes others in \`<…>\``;
  return stream.failWith({ code: 'syntax-error', message, notes: didYouMean(text, typesWithArguments) });
}

function takeKeyword(stream: TokenStream): TypeSyntax['span'] {
  const span = stream.span();
  stream.next();
  return span;
}

/** `<t>` */
function parseArgument(stream: TokenStream, depth: number): TypeSyntax {
  stream.expect(TokenKind.LessThan);
  const type = parseType(stream, depth + 1);
  stream.expect(TokenKind.GreaterThan);
  return type;
}

function parseListType(stream: TokenStream, depth: number): TypeSyntax {
  const span = takeKeyword(stream);
  stream.expect(TokenKind.LessThan);
  const element = parseType(stream, depth + 1);
  if (!stream.accept(TokenKind.Comma)) {
    stream.expect(TokenKind.GreaterThan, '`,` or `>`');
    return { kind: 'list', element, span };
  }
  const length = parseListLength(stream);
  stream.expect(TokenKind.GreaterThan);
  return { kind: 'fixed-length-list', element, length, span };
}

function parseListLength(stream: TokenStream): number {
  if (!stream.is(TokenKind.Integer)) stream.fail('the length of the list');
  const length = Number(stream.image());
  if (length > longestList) {
    const message = `the length of a list is a number up to ${longestList}`;
    stream.report({ code: 'invalid-list-length', message, span: stream.span() });
  }
  stream.next();
  return length;
}

/** `result`, `result<t>`, `result<t, e>` or `result<_, e>` */
function parseResult(stream: TokenStream, depth: number): TypeSyntax {
  const span = takeKeyword(stream);
  if (!stream.accept(TokenKind.LessThan)) return { kind: 'result', ok: undefined, err: undefined, span };
  let ok: TypeSyntax | undefined;
  let err: TypeSyntax | undefined;
  if (stream.accept(TokenKind.Underscore)) {
    stream.expect(TokenKind.Comma);
    err = parseType(stream, depth + 1);
  } else {
    ok = parseType(stream, depth + 1);
    if (stream.accept(TokenKind.Comma)) err = parseType(stream, depth + 1);
  }
  stream.expect(TokenKind.GreaterThan, err === undefined ? '`,` or `>`' : undefined);
  return { kind: 'result', ok, err, span };
}

function parseTuple(stream: TokenStream, depth: number): TypeSyntax {
  const span = takeKeyword(stream);
  stream.expect(TokenKind.LessThan);
  const types: TypeSyntax[] = [];
  while (!stream.accept(TokenKind.GreaterThan)) {
    types.push(parseType(stream, depth + 1));
    if (stream.accept(TokenKind.Comma)) continue;
    stream.expect(TokenKind.GreaterThan, '`,` or `>`');
    break;
  }
  return { kind: 'tuple', types, span };
}

function parseMap(stream: TokenStream, depth: number): TypeSyntax {
  const span = takeKeyword(stream);
  stream.expect(TokenKind.LessThan);
  const key = parseType(stream, depth + 1);
  stream.expect(TokenKind.Comma);
  const value = parseType(stream, depth + 1);
  stream.expect(TokenKind.GreaterThan);
  return { kind: 'map', key, value, span };
}

function parseAsyncValue(stream: TokenStream, kind: 'future' | 'stream', depth: number): TypeSyntax {
  const span = takeKeyword(stream);
  const element = stream.is(TokenKind.LessThan) ? parseArgument(stream, depth) : undefined;
  return { kind, element, span };
}

function parseHandle(stream: TokenStream, kind: 'own' | 'borrow'): TypeSyntax {
  const span = takeKeyword(stream);
  stream.expect(TokenKind.LessThan);
  const resource = stream.identifier();
  stream.expect(TokenKind.GreaterThan);
  return { kind, resource, span };
}
