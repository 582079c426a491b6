import { printable } from './printable.js';

/** Names in messages come from WIT, and may be as long as a file is. Paths should fit. */
const longestQuote = 200;
const longestMessage = 1000;

/** A message as it can be shown: in one line, with nothing unprintable in it, and long names cut. */
export function messageText(message: string): string {
  const cut = message.length > longestQuote ? cutQuotes(message) : message;
  return printable(shorten(cut, longestMessage)).replaceAll('\t', '\\u{9}');
}

/** Every other part stands between backquotes. A pattern would need as much of the stack as a name is long. */
function cutQuotes(message: string): string {
  const parts = message.split('`');
  const cut = (part: string, index: number): string =>
    index % 2 === 1 && index < parts.length - 1 ? shorten(part, longestQuote) : part;
  return parts.map(cut).join('`');
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
