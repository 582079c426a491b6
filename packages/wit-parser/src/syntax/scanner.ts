import { commentEnd } from './comments.js';
import { isIdentifierStart, wordEnd } from './identifiers.js';
import { keywords, TokenKind } from './token-kinds.js';

const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  percent: 0x25,
  asterisk: 0x2a,
  minus: 0x2d,
  slash: 0x2f,
  greaterThan: 0x3e,
  backslash: 0x5c,
  byteOrderMark: 0xfeff,
} as const;

/** The tokens that are one character, by its code. */
const marks: readonly (TokenKind | undefined)[] = tableOf([
  ['=', TokenKind.Equals],
  [',', TokenKind.Comma],
  [':', TokenKind.Colon],
  [';', TokenKind.Semicolon],
  ['(', TokenKind.LeftParen],
  [')', TokenKind.RightParen],
  ['{', TokenKind.LeftBrace],
  ['}', TokenKind.RightBrace],
  ['<', TokenKind.LessThan],
  ['>', TokenKind.GreaterThan],
  ['/', TokenKind.Slash],
  ['.', TokenKind.Dot],
  ['@', TokenKind.At],
]);

function tableOf(entries: readonly (readonly [string, TokenKind])[]): (TokenKind | undefined)[] {
  const table = Array.from({ length: 128 }, (): TokenKind | undefined => undefined);
  for (const [mark, kind] of entries) table[mark.charCodeAt(0)] = kind;
  return table;
}

export type ScannerState = Pick<Scanner, 'kind' | 'start' | 'end' | 'commentsStart' | 'startsLine'>;

/**
 * Reads a file token by token; {@link kind}, {@link start} and {@link end} are those of the token that stands next.
 * See "Lexical structure" in the standard's WIT.md.
 */
export abstract class Scanner {
  kind: TokenKind = TokenKind.EndOfFile;
  start = 0;
  end = 0;
  /** Where the comments before the token begin; -1 when there are none. */
  commentsStart = -1;
  /** Whether the token is the first on its line. */
  startsLine = true;
  readonly text: string;
  /** The index of the file in the source map. */
  protected readonly file: number;

  constructor(text: string, file: number) {
    this.text = text;
    this.file = file;
    if (text.charCodeAt(0) === code.byteOrderMark) this.end = 1;
  }

  /** Where the scanner stands, so that it can {@link restore} it. */
  state(): ScannerState {
    const { kind, start, end, commentsStart, startsLine } = this;
    return { kind, start, end, commentsStart, startsLine };
  }

  restore(state: ScannerState): void {
    this.kind = state.kind;
    this.start = state.start;
    this.end = state.end;
    this.commentsStart = state.commentsStart;
    this.startsLine = state.startsLine;
  }

  /** Reports a token that has no end. */
  protected abstract reportUnclosed(kind: 'comment' | 'string', start: number, end: number): void;

  /** Goes on to the next token, from where this one ends. At the end of the file it stays there. */
  protected scan(): void {
    this.#skipTrivia();
    const { text, start } = this;
    if (start >= text.length) {
      this.kind = TokenKind.EndOfFile;
      this.end = start;
      return;
    }
    const first = text.charCodeAt(start);
    if (isIdentifierStart(text, start, first)) {
      this.end = wordEnd(text, start);
      this.kind = keywords.get(text.slice(start, this.end)) ?? TokenKind.Identifier;
      return;
    }
    const mark = marks[first];
    if (mark !== undefined) {
      this.kind = mark;
      this.end = start + 1;
    } else this.#scanOther(first);
  }

  #scanOther(first: number): void {
    const { text, start } = this;
    if (isDigit(first)) {
      this.kind = TokenKind.Integer;
      let end = start + 1;
      while (isDigit(text.charCodeAt(end))) end++;
      this.end = end;
    } else if (first === code.percent) {
      this.kind = TokenKind.ExplicitIdentifier;
      this.end = wordEnd(text, start + 1);
    } else if (first === code.quote) {
      this.kind = TokenKind.String;
      this.end = this.#stringEnd();
    } else if (first === code.minus && text.charCodeAt(start + 1) === code.greaterThan) {
      this.kind = TokenKind.Arrow;
      this.end = start + 2;
    } else {
      this.kind = TokenKind.Unexpected;
      this.end = start + String.fromCodePoint(text.codePointAt(start) ?? first).length;
    }
  }

  /** Skips white space and comments. A carriage return is white space only before a line feed. */
  #skipTrivia(): void {
    const { text } = this;
    let at = this.end;
    this.commentsStart = -1;
    this.startsLine = at === 0;
    for (;;) {
      const next = text.charCodeAt(at);
      if (next === code.lineFeed) this.startsLine = true;
      else if (next === code.slash && this.#isComment(at)) {
        if (this.commentsStart === -1) this.commentsStart = at;
        at = this.#commentEnd(at);
        continue;
      } else if (next === code.carriageReturn && text.charCodeAt(at + 1) !== code.lineFeed) break;
      else if (next !== code.space && next !== code.tab && next !== code.carriageReturn) break;
      at++;
    }
    this.start = at;
  }

  #isComment(at: number): boolean {
    const second = this.text.charCodeAt(at + 1);
    return second === code.slash || second === code.asterisk;
  }

  #commentEnd(at: number): number {
    const end = commentEnd(this.text, at);
    if (end !== undefined) return end;
    this.reportUnclosed('comment', at, at + 2);
    return this.text.length;
  }

  #stringEnd(): number {
    const { text, start } = this;
    for (let at = start + 1; ; at++) {
      const next = text.charCodeAt(at);
      if (next === code.quote) return at + 1;
      if (next === code.backslash && text.charCodeAt(at + 1) !== code.lineFeed) at++;
      else if (next === code.lineFeed || Number.isNaN(next)) {
        const end = Math.min(at, text.length);
        this.reportUnclosed('string', start, end);
        return end;
      }
    }
  }
}

function isDigit(char: number): boolean {
  return char >= 0x30 && char <= 0x39;
}
