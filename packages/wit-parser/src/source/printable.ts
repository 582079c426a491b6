/**
 * What a terminal or an editor does not show, or shows as something else: control characters, directional overrides,
 * lone surrogates, and spaces that are not one. Tabs are kept; so are the variants of emoji.
 */
const unprintable = /(?![\t\ufe00-\ufe0f])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

const plainText = /^[\t\x20-\x7e]*$/;

/** A text of unknown origin as it can be shown: whatever has no look of its own is escaped, `\u{1b}`. */
export function printable(text: string): string {
  return plainText.test(text) ? text : text.replace(unprintable, escape);
}

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

const combining = /[\p{Mn}\p{Me}\p{Emoji_Modifier}]/u;
const wide =
  /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** How many columns of a terminal a printable text takes, tabs counted as one. */
export function displayWidth(text: string): number {
  if (plainText.test(text)) return text.length;
  let width = 0;
  for (const character of text) if (!combining.test(character)) width += wide.test(character) ? 2 : 1;
  return width;
}
