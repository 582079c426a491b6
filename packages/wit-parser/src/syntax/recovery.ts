/** How the parser goes on after a syntax error: without the item, field or parameter that has it. */
import type { BrokenItem, Identifier } from './ast.js';
import { identifierFault } from './identifiers.js';
import { isKeyword, oneOf, startsTopLevel, TokenKind } from './token-kinds.js';
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

/** Items in braces. One that fails leaves a `BrokenItem`. */
export function parseBody<Item>(stream: TokenStream, rules: BodyRules<Item>): (Item | BrokenItem)[] {
  openBody(stream, rules.startsItem);
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
    const { start } = stream;
    const startsItem = rules.startsItem(stream.kind);
    const isBroken = !parseItem(stream, rules, 0, items);
    if (isBroken && stream.start > start && startsItem) stream.accept(TokenKind.RightBrace);
    else if (isBroken) skipToTopLevel(stream, rules);
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
  stream.brackets = 0;
  try {
    items.push(rules.parseItem(stream));
    // Whoever names it by the name that was meant must not be told that there is none.
    if (isFaulty(stream.declared)) items.push({ kind: 'broken', name: undefined, span });
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    const name = isFaulty(stream.declared) ? undefined : stream.declared;
    items.push({ kind: 'broken', name, span });
    if (stream.isHopeless) stream.abandon();
    else skipItem(stream, rules, span.start, depth);
    return false;
  } finally {
    stream.declared = declared;
  }
}

function isFaulty(name: Identifier | undefined): boolean {
  return name !== undefined && identifierFault(name.text) !== undefined;
}

/**
 * The opening brace of a body. Where it was forgotten, or something else stands for it, and an item follows, that is one
 * error and not many.
 */
export function openBody(stream: TokenStream, startsItem: (kind: TokenKind) => boolean): void {
  if (stream.accept(TokenKind.LeftBrace)) return;
  stream.reportUnexpected('`{`');
  const isMark = !isKeyword(stream.kind) && !startsItem(stream.kind) && !stream.is(TokenKind.Semicolon);
  if (isMark) stream.next();
  if (!startsItem(stream.kind)) throw new SyntaxFailure();
  stream.depth++;
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

/**
 * Skips what is probably the rest of an interface or a world whose braces went wrong, so that it is one error: up to a
 * word that starts an item of the top level alone.
 */
function skipToTopLevel<Item>(stream: TokenStream, rules: BodyRules<Item>): void {
  for (; !stream.is(TokenKind.EndOfFile); stream.next()) {
    const isFirst = stream.start === 0 || stream.text.charAt(stream.start - 1) === '\n';
    if (startsTopLevel(stream.kind) || (isFirst && rules.startsItem(stream.kind))) break;
  }
  stream.depth = 0;
}
