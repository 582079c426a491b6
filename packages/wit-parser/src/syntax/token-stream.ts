import type { Problem, ProblemNote } from '../source/diagnostic.js';
import { didYouMean } from '../source/did-you-mean.js';
import type { Span } from '../source/span.js';
import type { Identifier } from './ast.js';
import { documentationOf } from './comments.js';
import { identifierFault, kebabCase } from './identifiers.js';
import { Scanner } from './scanner.js';
import { describeKind, isKeyword, TokenKind } from './token-kinds.js';

/** Unwinds the parser to where it can go on. What is wrong is reported by whoever throws it. */
export class SyntaxFailure extends Error {}

/** Nobody reads more than this, and a file of nothing but errors would take long. */
export const mostProblems = 100;

/** More of a token would hide the message. */
const longestToken = 40;

/** The tokens of one file, and what can be expected of them. */
export class TokenStream extends Scanner {
  /** How many braces are open. */
  depth = 0;
  /** How many brackets of types and parameters are open, since the item began. */
  brackets = 0;
  /** The name of the item that is being parsed, once it is known: if the rest fails, its name is kept. */
  declared: Identifier | undefined;
  /** The last version that was read and is one. */
  lastVersion: string | undefined;
  /** How many problems the file has so far. */
  problems = 0;
  /** Where the last syntax error stands: another at the same place would only repeat it. */
  #failedAt = -1;
  readonly #reportProblem: (problem: Problem) => void;

  constructor(text: string, file: number, report: (problem: Problem) => void) {
    super(text, file);
    this.#reportProblem = report;
    this.scan();
  }

  /** Reports what is wrong, but does not keep the parser from going on. */
  report(problem: Problem): void {
    if (++this.problems <= mostProblems) this.#reportProblem(problem);
  }

  /** Whether so much is wrong that it is not worth going on. */
  get isHopeless(): boolean {
    return this.problems >= mostProblems;
  }

  /** Leaves the rest of the file unread. */
  abandon(): void {
    this.#failedAt = this.text.length;
    this.end = this.text.length;
    this.scan();
  }

  next(): void {
    switch (this.kind) {
      case TokenKind.LeftBrace:
        this.depth++;
        break;
      case TokenKind.RightBrace:
        if (this.depth > 0) this.depth--;
        break;
      case TokenKind.LeftParen:
      case TokenKind.LessThan:
        this.brackets++;
        break;
      case TokenKind.RightParen:
      case TokenKind.GreaterThan:
        this.brackets--;
    }
    this.scan();
  }

  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** Whether what is wrong with the next token is reported already. */
  isReported(): boolean {
    return this.#failedAt === this.start;
  }

  /** Whether this character stands next, of which no token is made. */
  isMark(mark: string): boolean {
    return this.kind === TokenKind.Unexpected && this.text.startsWith(mark, this.start);
  }

  /** Whether a name stands next, or a keyword that can only be meant as one. */
  isName(): boolean {
    const { kind } = this;
    if (kind === TokenKind.Identifier || kind === TokenKind.ExplicitIdentifier) return true;
    return isKeyword(kind) && this.#isFollowedBy(/^[ \t\r\n]*:/);
  }

  /** Whether a keyword stands next that can only be meant as a name that is declared: a mark follows. */
  isKeywordAsName(): boolean {
    return isKeyword(this.kind) && this.#isFollowedBy(/^[ \t\r\n]*[:;,=(){}<>]/);
  }

  /** Takes a token if it is of this kind. */
  accept(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  /** @param expected - What messages call it, if not by its kind. */
  expect(kind: TokenKind, expected?: string): void {
    if (this.kind !== kind) this.fail(expected ?? describeKind(kind));
    this.next();
  }

  /** The end of a declaration. Where it was forgotten at the end of a line, the declaration is complete all the same. */
  expectSemicolon(expected = '`;`'): void {
    if (this.accept(TokenKind.Semicolon)) return;
    const isForgotten = this.startsLine || this.kind === TokenKind.RightBrace;
    if (!isForgotten || this.kind === TokenKind.EndOfFile) this.fail(expected);
    this.reportUnexpected(expected);
  }

  /** The place of the next token. */
  span(): Span {
    return { file: this.file, start: this.start, end: this.end };
  }

  spanBetween(first: Span, last: Span): Span {
    return { file: this.file, start: first.start, end: last.end };
  }

  /** The text of the next token. */
  image(): string {
    return this.text.slice(this.start, this.end);
  }

  /** The text after the next token. */
  following(length: number): string {
    return this.text.slice(this.end, this.end + length);
  }

  /** The documentation before the next token. */
  documentation(): string | undefined {
    if (this.commentsStart === -1) return undefined;
    return documentationOf(this.text, this.commentsStart, this.start);
  }

  /** A name that refers to something. */
  identifier(): Identifier {
    const { kind } = this;
    if (kind !== TokenKind.Identifier && kind !== TokenKind.ExplicitIdentifier) this.fail('an identifier');
    const span = this.span();
    const text = this.text.slice(kind === TokenKind.Identifier ? span.start : span.start + 1, span.end);
    this.next();
    const fault = identifierFault(text);
    // It is taken as it is: the rest of the file may have errors too.
    if (fault !== undefined) this.#reportIdentifier(text, span, fault);
    return { text, span };
  }

  /** A name that a declaration gives. A keyword that can only be meant as one is reported, and taken for it. */
  declaredName(): Identifier {
    if (this.isKeywordAsName()) {
      this.reportUnexpected('an identifier');
      const name = { text: this.image(), span: this.span() };
      this.next();
      return name;
    }
    return this.identifier();
  }

  /** Reports that something else was expected than the next token, and gives up the rule. */
  fail(expected: string, advice?: string): never {
    this.reportUnexpected(expected, advice);
    throw new SyntaxFailure();
  }

  /** Reports something about the next token, and gives up the rule. */
  failWith(problem: Omit<Problem, 'span'>, span = this.span()): never {
    this.#failedAt = this.start;
    this.report({ ...problem, span });
    throw new SyntaxFailure();
  }

  /** Reports that something else was expected than the next token. */
  reportUnexpected(expected: string, advice?: string): void {
    if (this.isReported()) return;
    this.#failedAt = this.start;
    const message = `expected ${expected}, found ${this.#found()}`;
    const notes = advice === undefined ? this.#adviceOn(expected) : [{ message: advice }];
    this.report({ code: 'syntax-error', message, span: this.span(), ...(notes.length > 0 && { notes }) });
  }

  /** The rule that meets the token fails too, or the file ends too early: one message is enough. */
  protected override reportUnclosed(kind: 'comment' | 'string', start: number, end: number): void {
    const message =
      kind === 'comment' ? 'this comment is never closed' : 'this string is never closed on its line';
    this.report({ code: `unclosed-${kind}`, message, span: { file: this.file, start, end } });
    this.#failedAt = kind === 'comment' ? this.text.length : start;
  }

  #found(): string {
    if (this.kind === TokenKind.EndOfFile) return 'the end of the file';
    if (this.kind === TokenKind.Unexpected && this.end - this.start === 1) {
      const code = this.text.charCodeAt(this.start);
      if (code === 0x0d) return 'a carriage return without a line feed';
    }
    const image = this.image();
    const shown = image.length > longestToken ? `${image.slice(0, longestToken)}…` : image;
    return `${isKeyword(this.kind) ? 'keyword ' : ''}\`${shown}\``;
  }

  #adviceOn(expected: string): readonly ProblemNote[] {
    if (this.kind === TokenKind.Identifier) return didYouMean(this.image(), wordsIn(expected));
    if (expected !== 'an identifier' || !isKeyword(this.kind) || this.kind === TokenKind.Underscore)
      return [];
    return [{ message: `to use the keyword as a name, write \`%${this.image()}\`` }];
  }

  #isFollowedBy(pattern: RegExp): boolean {
    return pattern.test(this.following(40));
  }

  #reportIdentifier(text: string, span: Span, fault: string): void {
    const suggestion = kebabCase(text);
    const isBetter = identifierFault(suggestion) === undefined;
    this.report({
      code: 'invalid-identifier',
      message: `\`${text === '' ? '%' : text}\` is not an identifier: ${fault}`,
      span,
      notes: isBetter ? [{ message: `did you mean \`${suggestion}\`?` }] : [],
    });
  }
}

/** The words that an expectation names: `interface` and `world` of "`interface` or keyword `world`". */
function wordsIn(expected: string): string[] {
  return [...expected.matchAll(/`([a-z]{3,})`/g)].map(([, word]) => word ?? '');
}
