import { Unfamiliar } from './unfamiliar.js';

/** A word, a number, a string, or a mark; `end` follows the last one. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'mark' | 'end';
  readonly text: string;
  /** Comments between it and the token before, each with its marks. */
  readonly comments: readonly string[];
  /** Whether a space or a line end stands before it. */
  readonly isApart: boolean;
  /** Whether it, or the first of its comments, is the first on its line. */
  readonly startsLine: boolean;
  /** Whether its comments, if any, end their lines. */
  readonly commentsEndLines: boolean;
  /** Whether a blank line stands before it and its comments. */
  readonly afterBlank: boolean;
  /** Of a bracket that opens: the index of the one that closes. */
  closer: number;
}

type Gap = Pick<Token, 'comments' | 'isApart' | 'startsLine' | 'commentsEndLines' | 'afterBlank'>;

const patterns = {
  word: /#?[A-Za-z_$][\w$]*/y,
  number: /(?:0x[\da-f]+|0|[1-9]\d*)n?(?![\w.])/y,
  string: /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/y,
  mark: /=>|===|!==|&&|\|\||\+\+|\+=|\.\.\.|[{}()[\]<>,;:.?=|&+\-*!]/y,
};

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const noComments: readonly string[] = [];

/** @throws {Unfamiliar} What is none of these, and brackets that do not pair. */
export function tokenize(text: string): readonly Token[] {
  return new Tokenizer(text).tokens();
}

class Tokenizer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #open: Token[] = [];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  tokens(): readonly Token[] {
    for (;;) {
      const token = this.#token(this.#gap());
      this.#pair(token);
      this.#tokens.push(token);
      if (token.kind === 'end') return this.#tokens;
    }
  }

  #gap(): Gap {
    const start = this.#position;
    const lineEnds = this.#blanks();
    const gap = { startsLine: start === 0 || lineEnds > 0, afterBlank: lineEnds > 1 };
    if (!this.#text.startsWith('/**', this.#position))
      return { comments: noComments, isApart: this.#position > start, commentsEndLines: true, ...gap };
    const comments: string[] = [];
    let commentsEndLines = true;
    while (this.#text.startsWith('/**', this.#position)) {
      const from = this.#position;
      const end = this.#text.indexOf('*/', from + 3);
      if (end === -1) throw new Unfamiliar('a comment that does not end');
      this.#position = end + 2;
      comments.push(this.#text.slice(from, this.#position));
      const lineEndsAfter = this.#blanks();
      if (lineEndsAfter > 1) throw new Unfamiliar('a blank line after a comment');
      commentsEndLines &&= lineEndsAfter > 0;
    }
    return { comments, isApart: true, commentsEndLines, ...gap };
  }

  /** Skips them, and returns how many lines end there. */
  #blanks(): number {
    let lineEnds = 0;
    for (; this.#position < this.#text.length; this.#position++) {
      const character = this.#text[this.#position];
      if (character === '\n') lineEnds++;
      else if (character !== ' ' && character !== '\t') break;
    }
    return lineEnds;
  }

  #token(gap: Gap): Token {
    if (this.#position === this.#text.length) return { kind: 'end', text: '', ...gap, closer: -1 };
    const kind = kindOf(this.#text.charCodeAt(this.#position));
    const text = this.#match(patterns[kind]);
    if (text === '') throw new Unfamiliar(`\`${this.#text.slice(this.#position, this.#position + 10)}\``);
    return { kind, text, ...gap, closer: -1 };
  }

  #match(pattern: RegExp): string {
    const from = this.#position;
    pattern.lastIndex = from;
    if (!pattern.test(this.#text)) return '';
    this.#position = pattern.lastIndex;
    return this.#text.slice(from, this.#position);
  }

  #pair(token: Token): void {
    if (token.kind !== 'mark') return;
    const { text } = token;
    if (text === '(' || text === '[' || text === '{') this.#open.push(token);
    else if (text === ')' || text === ']' || text === '}') {
      const opener = this.#open.pop();
      if (opener === undefined || closing[opener.text] !== text) throw new Unfamiliar('brackets');
      opener.closer = this.#tokens.length;
    }
  }
}

function kindOf(code: number): keyof typeof patterns {
  if (code >= 48 && code <= 57) return 'number';
  if (code === 34 || code === 39) return 'string';
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return isLetter || code === 95 || code === 36 || code === 35 ? 'word' : 'mark';
}
