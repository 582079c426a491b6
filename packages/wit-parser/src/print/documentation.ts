import { blockRanges } from './documentation-blocks.js';

/**
 * Documentation as comments that the parser makes the same documentation of. A line is a `///` comment. Only what such
 * comments cannot hold stands in a `/** … *​/`: a line that ends with white space.
 *
 * Of each comment the parser takes away as many spaces as the comment that is indented least has white space of any
 * kind before it. So all are indented by a space; or, where every one has white space of its own, by as much as one of
 * them has that keeps it, because it is not made of spaces alone.
 */
export function documentationLines(docs: string | undefined): string[] {
  if (docs === undefined) return [];
  const lines = docs.split('\n');
  let texts = commentTexts(lines, false);
  if (!hasMargin(texts)) texts = commentTexts(lines, true);
  const kept = texts.some(isFlush) ? undefined : texts.find(keepsIndent);
  const margin = ' '.repeat(kept === undefined ? 1 : indentOf(kept));
  return texts.map((text) => commentLine(text, text === '' || text === kept ? '' : margin));
}

/**
 * The text of each comment, without the margin. One that has several lines is a block; there a carriage return before a
 * line feed would go, so that it must stand twice.
 */
function commentTexts(lines: readonly string[], withBlank: boolean): string[] {
  const texts: string[] = [];
  let next = 0;
  for (const { first, last } of blockRanges(lines, withBlank)) {
    for (const line of lines.slice(next, first)) texts.push(line);
    texts.push(
      lines
        .slice(first, last + 1)
        .join('\n')
        .replaceAll('\r\n', '\r\r\n'),
    );
    next = last + 1;
  }
  for (const line of lines.slice(next)) texts.push(line);
  return texts;
}

function commentLine(text: string, margin: string): string {
  return text.includes('\n') ? `/**${margin}${text} */` : `///${margin}${text}`;
}

function hasMargin(texts: readonly string[]): boolean {
  return texts.every((text) => text === '') || texts.some((text) => isFlush(text) || keepsIndent(text));
}

function isFlush(text: string): boolean {
  return text !== '' && indentOf(text) === 0;
}

function keepsIndent(text: string): boolean {
  const indent = indentOf(text);
  return indent > 0 && !text.startsWith(' '.repeat(indent));
}

function indentOf(text: string): number {
  return /^[\t\n\r ]*/.exec(text)?.[0].length ?? 0;
}
