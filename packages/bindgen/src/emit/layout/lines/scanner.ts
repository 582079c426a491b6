/** What may be in a word, in a number, and between quotes without being printed in another way. A brace would look like code. */
const wordCodes = codes('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$');
const digitCodes = codes('0123456789');
const hexCodes = codes('0123456789abcdef');
const stringCodes = codes(
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
    .join('')
    .replace(/["'\\}]/g, ''),
);

function codes(characters: string): Uint8Array {
  const found = new Uint8Array(65_536);
  for (let index = 0; index < characters.length; index++) found[characters.charCodeAt(index)] = 1;
  return found;
}

/** Reads text from left to right, without making anything of it: whatever is not as it is expected is `false`. */
export class Scanner {
  readonly text: string;
  at = 0;
  /** Where the statement starts that a condition or a loop on this line is for. */
  clause = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character that is here. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  takeCode(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at++;
    return true;
  }

  word(): boolean {
    return !isDigit(this.code) && this.#all(wordCodes);
  }

  /** A number that is printed as it is. */
  number(): boolean {
    const isHex = this.text.startsWith('0x', this.at);
    if (isHex) this.at += 2;
    const start = this.at;
    if (!this.#all(isHex ? hexCodes : digitCodes)) return false;
    if (!isHex && this.at > start + 1 && this.text.charCodeAt(start) === 48) return false;
    this.takeCode(110);
    return wordCodes[this.code] !== 1 && this.code !== 46;
  }

  /** A string that has neither quotes nor escapes in it, so that its quotes are all that may change. */
  string(): boolean {
    const quote = this.code;
    if (quote !== 34 && quote !== 39) return false;
    this.at++;
    this.#all(stringCodes);
    return this.takeCode(quote);
  }

  #all(allowed: Uint8Array): boolean {
    const { text } = this;
    const start = this.at;
    let { at } = this;
    while (allowed[text.charCodeAt(at)] === 1) at++;
    this.at = at;
    return at > start;
  }
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
