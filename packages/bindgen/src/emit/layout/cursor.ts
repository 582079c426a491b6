import type { Grammar } from './grammar.js';
import type { Token } from './tokens.js';
import { Unfamiliar } from './unfamiliar.js';

/** A place among the tokens of a statement. */
export class Cursor {
  readonly grammar: Grammar;
  readonly #tokens: readonly Token[];
  #index = 0;
  /** The token whose comments have been taken. */
  #uncommented: Token | undefined;

  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.grammar = grammar;
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(distance: number): Token {
    return this.#at(this.#index + distance);
  }

  /** What follows the bracket that closes the one that is here. */
  afterBrackets(): Token {
    return this.#at(this.token.closer + 1);
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  is(text: string): boolean {
    const { kind } = this.token;
    return this.token.text === text && (kind === 'mark' || kind === 'word');
  }

  /** @throws {Unfamiliar} At comments that have not been taken: they must not get lost. */
  take(): Token {
    const { token } = this;
    if (token.comments.length > 0 && this.#uncommented !== token) throw new Unfamiliar('a comment');
    if (token.kind === 'end') throw new Unfamiliar('the end');
    this.#index++;
    return token;
  }

  takeIf(text: string): boolean {
    const found = this.is(text);
    if (found) this.take();
    return found;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) throw new Unfamiliar(`\`${this.token.text}\` instead of \`${text}\``);
  }

  word(): string {
    const { kind, text } = this.take();
    if (kind !== 'word') throw new Unfamiliar(`\`${text}\` instead of a word`);
    return text;
  }

  /** The comments before the token that is here. */
  comments(): readonly string[] {
    this.#uncommented = this.token;
    return this.token.comments;
  }

  /** The same, where they stand on lines of their own. */
  commentsAbove(): readonly string[] {
    const { comments, startsLine, commentsEndLines } = this.token;
    if (comments.length > 0 && !(startsLine && commentsEndLines)) throw new Unfamiliar('a comment in a line');
    return this.comments();
  }

  /** What stands between brackets or so, with commas. */
  list<T>(closer: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.is(closer)) {
      items.push(item());
      if (!this.is(closer)) this.expect(',');
    }
    this.take();
    return items;
  }

  #at(index: number): Token {
    const token = this.#tokens[index] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Unfamiliar('nothing');
    return token;
  }
}
