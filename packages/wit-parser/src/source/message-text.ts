import { printable } from './printable.js';

/** Names in messages come from WIT, and may be as long as a file is. Paths should fit. */
const longestQuote = 200;
const longestMessage = 1000;

const quotes = new RegExp(`\`[^\`]{${longestQuote + 1},}\``, 'g');

/** A message as it can be shown: in one line, with nothing unprintable in it, and long names cut. */
export function messageText(message: string): string {
  const cut = message.length > longestQuote ? message.replace(quotes, cutQuote) : message;
  return printable(shorten(cut, longestMessage)).replaceAll('\t', '\\u{9}');
}

function cutQuote(quoted: string): string {
  return `\`${shorten(quoted.slice(1, -1), longestQuote)}\``;
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
