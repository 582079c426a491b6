/**
 * What keeps a word from being an identifier, or `undefined`. Identifiers are words of ASCII letters and digits joined
 * by hyphens; a word is all lower case or all upper case, and the first one starts with a letter.
 *
 * See "WIT Identifiers" in the standard's WIT.md and `label` in its Explainer.md.
 */
export function identifierFault(text: string): string | undefined {
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
