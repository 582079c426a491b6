/** Of the first 128 characters: 1 where a word may start with it, 2 where it may go on with it. */
const wordCharacters = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') {
  wordCharacters[character.charCodeAt(0)] = 3;
}
for (const character of '0123456789-') wordCharacters[character.charCodeAt(0)] = 2;

/**
 * Whether a word starts at a place of a text. Letters of all scripts count, so that {@link identifierFault} can say of
 * the whole word what is wrong with it.
 *
 * @param code - `text.charCodeAt(at)`
 */
export function isIdentifierStart(text: string, at: number, code: number): boolean {
  if (code < 128) return ((wordCharacters[code] ?? 0) & 1) !== 0;
  return /^\p{XID_Start}/u.test(characterAt(text, at));
}

/** Where a word ends that starts, or goes on, at a place. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (wordCharacters[code] === 0) return at;
      at++;
      continue;
    }
    const character = characterAt(text, at);
    if (!/^\p{XID_Continue}/u.test(character)) return at;
    at += character.length;
  }
}

function characterAt(text: string, at: number): string {
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

const identifier = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*$/;

/**
 * What keeps a word from being an identifier, or `undefined`. Identifiers are words of ASCII letters and digits joined
 * by hyphens; a word is all lower case or all upper case, and the first one starts with a letter.
 *
 * See "WIT Identifiers" in the standard's WIT.md and `label` in its Explainer.md.
 */
export function identifierFault(text: string): string | undefined {
  if (identifier.test(text)) return undefined;
  if (text === '') return 'a name must follow the `%`';
  for (const [index, word] of text.split('-').entries()) {
    const fault = wordFault(word, index === 0);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function wordFault(word: string, isFirst: boolean): string | undefined {
  if (word === '') return 'a hyphen may only stand between two words';
  const foreign = word.match(/[^A-Za-z0-9]/u)?.[0];
  if (foreign === '_') return 'words are joined by `-`, not by `_`';
  if (foreign !== undefined) return `\`${foreign}\` is not an ASCII letter or digit`;
  if (isFirst && /^[0-9]/.test(word)) return 'it must start with a letter';
  if (/[a-z]/.test(word) && /[A-Z]/.test(word)) return 'a word is all lower case or all upper case';
  return undefined;
}

/** The identifier that was probably meant: `FooBar` and `foo_bar` are `foo-bar`. */
export function kebabCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[_-]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
