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

const patterns = {
  blank: /[ \t\n]*/y,
  comment: /\/\*\*[^]*?\*\//y,
  word: /#?[A-Za-z_$][\w$]*/y,
  number: /(?:0x[\da-f]+|0|[1-9]\d*)n?(?![\w.])/y,
  string: /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'/y,
  mark: /=>|===|!==|&&|\|\||\+\+|\+=|\.\.\.|[{}()[\]<>,;:.?=|&+\-*!]/y,
};

const kinds = ['word', 'number', 'string', 'mark'] as const;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** @throws {Unfamiliar} What is none of these, and brackets that do not pair. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: Token[] = [];
  let position = 0;
  for (;;) {
    const gap = readGap();
    const token = readToken(gap);
    pairBrackets(token);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
  }

  function readGap(): Pick<Token, 'comments' | 'isApart' | 'startsLine' | 'commentsEndLines' | 'afterBlank'> {
    const start = position;
    const first = match('blank');
    const comments: string[] = [];
    let commentsEndLines = true;
    for (let comment = match('comment'); comment !== ''; comment = match('comment')) {
      comments.push(comment);
      const after = match('blank');
      if (isBlank(after)) throw new Unfamiliar('a blank line after a comment');
      commentsEndLines &&= after.includes('\n');
    }
    return {
      comments,
      isApart: position > start,
      startsLine: start === 0 || first.includes('\n'),
      commentsEndLines,
      afterBlank: isBlank(first),
    };
  }

  function readToken(gap: ReturnType<typeof readGap>): Token {
    if (position === text.length) return { kind: 'end', text: '', ...gap, closer: -1 };
    for (const kind of kinds) {
      const found = match(kind);
      if (found !== '') return { kind, text: found, ...gap, closer: -1 };
    }
    throw new Unfamiliar(`\`${text.slice(position, position + 10)}\``);
  }

  function match(name: keyof typeof patterns): string {
    const pattern = patterns[name];
    pattern.lastIndex = position;
    const [found = ''] = pattern.exec(text) ?? [];
    position += found.length;
    return found;
  }

  function pairBrackets(token: Token): void {
    if (token.kind !== 'mark') return;
    if (token.text in closing) open.push(token);
    if (token.text === ')' || token.text === ']' || token.text === '}') {
      const opener = open.pop();
      if (opener === undefined || closing[opener.text] !== token.text) throw new Unfamiliar('brackets');
      opener.closer = tokens.length;
    }
  }
}

function isBlank(gap: string): boolean {
  return /\n[ \t]*\n/.test(gap);
}
