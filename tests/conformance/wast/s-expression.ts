/** A parenthesised list, a bare word, or a string of the WebAssembly text format, with its place in the source. */
export type Expression = ListExpression | WordExpression | StringExpression;

interface Placed {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

export interface ListExpression extends Placed {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface WordExpression extends Placed {
  readonly kind: 'word';
  readonly text: string;
}

export interface StringExpression extends Placed {
  readonly kind: 'string';
  /** What the string stands for, escapes resolved: any bytes, not only UTF-8. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a script into its top-level lists. Comments and annotations (`(@name …)`) are left out.
 *
 * @throws Error naming the offset, when the source is not a sequence of lists
 */
export function readLists(source: string): readonly ListExpression[] {
  const reader = new ExpressionReader(source);
  const lists: ListExpression[] = [];
  for (let next = reader.read(); next !== undefined; next = reader.read()) {
    if (next.kind !== 'list') throw new Error(`a list is expected at offset ${next.start}`);
    lists.push(next);
  }
  return lists;
}

const space = /[ \t\r\n]+|;;[^\n]*/y;
const commentPart = /\(;|;\)|[^(;]+|[(;]/y;
const word = /[^ \t\r\n()";]+/y;
const stringBody = /"((?:[^"\\]|\\.)*)"/sy;

class ExpressionReader {
  readonly #source: string;
  #offset = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The next expression, or `undefined` at the end of the source or of the list around. */
  read(): Expression | undefined {
    for (;;) {
      this.#skipSpace();
      const start = this.#offset;
      if (start >= this.#source.length || this.#source[start] === ')') return undefined;
      if (!this.#source.startsWith('(@', start)) return this.#readAt(start);
      this.#readList(start);
    }
  }

  #readAt(start: number): Expression {
    if (this.#source[start] === '(') return this.#readList(start);
    const quoted = this.#match(stringBody);
    if (quoted) return { kind: 'string', bytes: unescape(quoted[1] ?? ''), start, end: this.#offset };
    const bare = this.#match(word);
    if (bare) return { kind: 'word', text: bare[0], start, end: this.#offset };
    throw new Error(`a string without an end begins at offset ${start}`);
  }

  #readList(start: number): ListExpression {
    this.#offset = start + 1;
    const items: Expression[] = [];
    for (let next = this.read(); next !== undefined; next = this.read()) items.push(next);
    if (this.#offset >= this.#source.length)
      throw new Error(`a list without an end begins at offset ${start}`);
    this.#offset++;
    return { kind: 'list', items, start, end: this.#offset };
  }

  #skipSpace(): void {
    for (;;) {
      if (this.#source.startsWith('(;', this.#offset)) this.#skipBlockComment();
      else if (!this.#match(space)) return;
    }
  }

  /** Block comments nest. */
  #skipBlockComment(): void {
    const start = this.#offset;
    let depth = 0;
    do {
      const part = this.#match(commentPart)?.[0];
      if (part === undefined) throw new Error(`a comment without an end begins at offset ${start}`);
      if (part === '(;') depth++;
      if (part === ';)') depth--;
    } while (depth > 0);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#source);
    if (!match) return undefined;
    this.#offset = pattern.lastIndex;
    return match;
  }
}

const escapeOrText = /\\u\{([0-9a-fA-F_]+)\}|\\([0-9a-fA-F]{2})|\\(.)|[^\\]+/gs;
const simpleEscapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

function unescape(body: string): Uint8Array {
  const encoder = new TextEncoder();
  const parts = Array.from(body.matchAll(escapeOrText), ([text, codePoint, byte, character]) => {
    if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
    if (codePoint !== undefined)
      return encoder.encode(String.fromCodePoint(Number.parseInt(codePoint.replaceAll('_', ''), 16)));
    return encoder.encode(character === undefined ? text : (simpleEscapes[character] ?? character));
  });
  return concatenate(parts);
}

/** All bytes in one array. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
