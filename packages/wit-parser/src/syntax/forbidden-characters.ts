/**
 * Characters that may stand nowhere in a WIT file, not even in a comment: control characters, which can make a terminal
 * show something else than what the file says; directional overrides, which can do the same in an editor; and those
 * that Unicode deprecates or discourages. See "Lexical structure" in the standard's WIT.md.
 */
const controlCharacters = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const directionalOverrides = '\\u202a-\\u202e\\u2066-\\u2069';
const discouragedCharacters = '\\u0149\\u0673\\u0f77\\u0f79\\u17a3\\u17a4\\u17b4\\u17b5';

const forbiddenPattern = `[${controlCharacters}${directionalOverrides}${discouragedCharacters}]`;

export interface ForbiddenCharacter {
  readonly offset: number;
  readonly message: string;
}

/** The forbidden characters of a text, in order. */
export function* forbiddenCharacters(text: string): Generator<ForbiddenCharacter> {
  for (const { 0: character, index } of text.matchAll(new RegExp(forbiddenPattern, 'g'))) {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    yield { offset: index, message: `${kindOf(character)} ${name} may not stand in WIT` };
  }
}

/** The text with spaces for its forbidden characters. */
export function withoutForbiddenCharacters(text: string): string {
  return text.replace(new RegExp(forbiddenPattern, 'g'), ' ');
}

function kindOf(character: string): string {
  if (new RegExp(`[${controlCharacters}]`).test(character)) return 'the control character';
  if (new RegExp(`[${directionalOverrides}]`).test(character)) return 'the directional override';
  return 'the discouraged character';
}
