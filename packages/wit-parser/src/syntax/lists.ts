import { describeKind, startsTopLevel, startsTypeDef, TokenKind } from './token-kinds.js';
import { SyntaxFailure } from './token-stream.js';
import type { TokenStream } from './token-stream.js';

/**
 * Items between commas, one more comma allowed after the last, up to and with the closing token. One that fails is left
 * out.
 *
 * @param isBody - Whether they are what a type is made of: there a semicolon is meant as a comma.
 */
export function parseList<Item>(
  stream: TokenStream,
  close: TokenKind,
  parseOne: (stream: TokenStream) => Item,
  isBody = false,
): Item[] {
  const items: Item[] = [];
  const { depth, brackets } = stream;
  let hasSemicolons = false;
  while (!stream.accept(close)) {
    if (isBody && isUnclosed(stream, close)) break;
    try {
      if (stream.is(TokenKind.Comma)) stream.fail(`an identifier or ${describeKind(close)}`);
      items.push(parseOne(stream));
      if (isBody && isUnclosed(stream, close)) break;
      // Whoever writes one semicolon writes all of them, and reads of the first.
      if (hasSemicolons && stream.accept(TokenKind.Semicolon)) continue;
      hasSemicolons ||= isBody && stream.is(TokenKind.Semicolon);
      expectSeparator(stream, close);
    } catch (error) {
      const list = { close, depth, brackets, isBody };
      if (!(error instanceof SyntaxFailure) || !skipToNext(stream, list)) throw error;
    }
  }
  return items;
}

/** Whether the closing brace was forgotten: what follows on the next line cannot stand in a type. */
function isUnclosed(stream: TokenStream, close: TokenKind): boolean {
  if (!stream.startsLine || !(startsOther(stream) || isFunc(stream))) return false;
  stream.reportUnexpected(separators(close));
  stream.depth--;
  return true;
}

/** Another declaration, an import or an export. A keyword before a mark is meant as a name. */
function startsOther(stream: TokenStream): boolean {
  const { kind } = stream;
  if (stream.isKeywordAsName()) return false;
  return (
    startsTopLevel(kind) ||
    startsTypeDef(kind) ||
    kind === TokenKind.Import ||
    kind === TokenKind.Export ||
    kind === TokenKind.Include ||
    kind === TokenKind.Use
  );
}

function isFunc(stream: TokenStream): boolean {
  if (!stream.is(TokenKind.Identifier) && !stream.is(TokenKind.ExplicitIdentifier)) return false;
  return /^[ \t]*:[ \t]*(?:static[ \t]+)?(?:async[ \t]+)?func\b/.test(stream.following(80));
}

function separators(close: TokenKind): string {
  return `\`,\` or ${describeKind(close)}`;
}

function expectSeparator(stream: TokenStream, close: TokenKind): void {
  if (stream.is(close) || stream.accept(TokenKind.Comma)) return;
  const isForgotten = stream.is(TokenKind.Identifier) || stream.is(TokenKind.ExplicitIdentifier);
  if (!isForgotten) stream.fail(separators(close));
  stream.reportUnexpected(separators(close));
}

/** A list as it began. */
interface List {
  readonly close: TokenKind;
  readonly depth: number;
  readonly brackets: number;
  readonly isBody: boolean;
}

/**
 * Skips what is left of an item of a list, and the brackets that it has opened.
 *
 * @returns Whether the list goes on here, or ends with its closing token.
 */
function skipToNext(stream: TokenStream, { close, depth, brackets, isBody }: List): boolean {
  for (; !stream.is(TokenKind.EndOfFile); stream.next()) {
    if (stream.depth < depth || (stream.startsLine && startsTopLevel(stream.kind))) return false;
    if (stream.depth > depth) continue;
    if (stream.is(TokenKind.RightBrace)) return close === TokenKind.RightBrace;
    if (stream.is(TokenKind.Semicolon)) {
      if (isBody) stream.next();
      return isBody;
    }
    if (stream.brackets > brackets) continue;
    if (stream.is(close)) return true;
    if (stream.accept(TokenKind.Comma)) return true;
  }
  return false;
}
