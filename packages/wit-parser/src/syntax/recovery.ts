/** How the parser goes on after a syntax error: without the item, field or parameter that has it. */
import type { BrokenItem } from './ast.js';
import { describeKind, TokenKind } from './token-kinds.js';
import { SyntaxFailure } from './token-stream.js';
import type { TokenStream } from './token-stream.js';

/** What stands in the braces of an interface, a world, a resource or a package. */
export interface BodyRules<Item> {
  readonly parseItem: (stream: TokenStream) => Item;
  /** What messages call the items. */
  readonly expected: readonly string[];
  /** Whether an item starts with such a token, when it is the first on its line. */
  readonly startsItem: (kind: TokenKind) => boolean;
  /** Whether such a token, as the first on its line, belongs to what is around the body: its brace was forgotten. */
  readonly startsOuter: (kind: TokenKind) => boolean;
}

/** "a, b or c" */
export function oneOf(expected: readonly string[]): string {
  return `${expected.slice(0, -1).join(', ')} or ${expected.at(-1)}`;
}

export function startsTopLevel(kind: TokenKind): boolean {
  return kind === TokenKind.Interface || kind === TokenKind.World || kind === TokenKind.Package;
}

export function startsTypeDef(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.Enum:
    case TokenKind.Flags:
    case TokenKind.Record:
    case TokenKind.Resource:
    case TokenKind.Type:
    case TokenKind.Variant:
      return true;
    default:
      return false;
  }
}

/** Items in braces. One that fails leaves a `BrokenItem`. */
export function parseBody<Item>(stream: TokenStream, rules: BodyRules<Item>): (Item | BrokenItem)[] {
  stream.expect(TokenKind.LeftBrace);
  const { depth } = stream;
  const items: (Item | BrokenItem)[] = [];
  let isBroken = false;
  while (!stream.accept(TokenKind.RightBrace)) {
    if (stream.is(TokenKind.EndOfFile) || (stream.startsLine && rules.startsOuter(stream.kind))) {
      // After an item that failed, this follows from it.
      if (!isBroken) stream.reportUnexpected(oneOf([...rules.expected, '`}`']));
      stream.depth = depth - 1;
      break;
    }
    isBroken = !parseItem(stream, rules, depth, items);
  }
  return items;
}

/** Items up to the end of the file. */
export function parseTopLevel<Item>(stream: TokenStream, rules: BodyRules<Item>): (Item | BrokenItem)[] {
  const items: (Item | BrokenItem)[] = [];
  while (!stream.is(TokenKind.EndOfFile)) {
    const isBroken = !parseItem(stream, rules, 0, items);
    if (isBroken) stream.accept(TokenKind.RightBrace);
  }
  return items;
}

/**
 * Items between commas, one more comma allowed after the last, up to and with the closing token.
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
  const { depth } = stream;
  let hasSemicolons = false;
  while (!stream.accept(close)) {
    try {
      if (stream.is(TokenKind.Comma)) stream.fail(`an identifier or ${describeKind(close)}`);
      items.push(parseOne(stream));
      if (isBody && isUnclosed(stream, close)) break;
      // Whoever writes one semicolon writes all of them, and reads of the first.
      if (hasSemicolons && stream.accept(TokenKind.Semicolon)) continue;
      hasSemicolons ||= isBody && stream.is(TokenKind.Semicolon);
      expectSeparator(stream, close);
    } catch (error) {
      if (!(error instanceof SyntaxFailure) || !skipToNext(stream, close, depth, isBody)) throw error;
    }
  }
  return items;
}

/** @returns Whether the item could be read. */
function parseItem<Item>(
  stream: TokenStream,
  rules: BodyRules<Item>,
  depth: number,
  items: (Item | BrokenItem)[],
): boolean {
  const { declared } = stream;
  const span = stream.span();
  stream.declared = undefined;
  try {
    items.push(rules.parseItem(stream));
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    items.push({ kind: 'broken', name: stream.declared, span });
    if (stream.isHopeless) stream.abandon();
    else skipItem(stream, rules, span.start, depth);
    return false;
  } finally {
    stream.declared = declared;
  }
}

/** Skips to the end of an item that failed, or to what is probably the next one. */
function skipItem<Item>(stream: TokenStream, rules: BodyRules<Item>, start: number, depth: number): void {
  for (; !stream.is(TokenKind.EndOfFile); stream.next()) {
    const mayStart = stream.startsLine && stream.start > start;
    if (mayStart && startsTopLevel(stream.kind)) {
      stream.depth = depth;
      return;
    }
    if (stream.depth > depth) {
      if (!stream.is(TokenKind.RightBrace) || stream.depth > depth + 1) continue;
      stream.next();
      stream.accept(TokenKind.Semicolon);
      return;
    }
    if (stream.is(TokenKind.RightBrace) || stream.accept(TokenKind.Semicolon)) return;
    if (mayStart && (rules.startsItem(stream.kind) || rules.startsOuter(stream.kind))) return;
  }
}

/** Whether the closing brace was forgotten: a function follows, which cannot stand in a list. */
function isUnclosed(stream: TokenStream, close: TokenKind): boolean {
  if (!stream.startsLine || !stream.is(TokenKind.Identifier)) return false;
  if (!/^[ \t]*:[ \t]*(?:static[ \t]+)?(?:async[ \t]+)?func\b/.test(stream.following(80))) return false;
  stream.reportUnexpected(separators(close));
  stream.depth--;
  return true;
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

/**
 * Skips what is left of an item of a list.
 *
 * @returns Whether the list goes on here, or ends with its closing token.
 */
function skipToNext(stream: TokenStream, close: TokenKind, depth: number, isBody: boolean): boolean {
  let nested = 0;
  for (; !stream.is(TokenKind.EndOfFile); stream.next()) {
    if (stream.startsLine && startsTopLevel(stream.kind)) return false;
    if (nested === 0) {
      if (stream.is(close)) return stream.depth === depth;
      if (stream.accept(TokenKind.Comma)) return true;
    }
    if (stream.is(TokenKind.Semicolon)) {
      if (!isBody || stream.depth !== depth) return false;
      stream.next();
      return true;
    }
    if (opens(stream.kind)) nested++;
    else if (closes(stream.kind)) {
      if (nested > 0) nested--;
      else if (stream.is(TokenKind.RightBrace)) return false;
    }
  }
  return false;
}

function opens(kind: TokenKind): boolean {
  return kind === TokenKind.LeftParen || kind === TokenKind.LeftBrace || kind === TokenKind.LessThan;
}

function closes(kind: TokenKind): boolean {
  return kind === TokenKind.RightParen || kind === TokenKind.RightBrace || kind === TokenKind.GreaterThan;
}
