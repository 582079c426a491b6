import type { Random } from './random.js';

/** What a scanner may stumble over: bytes, as one character each. */
const awkward = [
  '\0',
  '\r',
  '\t',
  '\v',
  '\x1b',
  '\x7f',
  '\xff', // never stands in UTF-8
  '\xc3', // the start of a sequence
  '\x80', // the middle of one
  '\xed\xa0\x80', // a surrogate
  '\xef\xbb\xbf', // a byte order mark
  '\xe2\x80\xae', // text from right to left
  '\xc2\xa0', // a space that does not break
  '\xe2\x80\xa8', // a line separator
  '\xf0\x9f\x8f\x93', // a character of two UTF-16 units
  '/*',
  '*/',
  '//',
  '"',
  '\\',
  '%',
  '-',
];

/** Flips, inserts and deletes a few bytes. */
export function mutateBytes(bytes: string, random: Random): string {
  let mutated = bytes;
  for (let times = random.few(); times > 0; times--) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(bytes: string, random: Random): string {
  const at = random.gap(bytes);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  const flipped = String.fromCharCode((bytes.charCodeAt(at) || 0) ^ (1 << random.below(8)));
  switch (random.below(5)) {
    case 0:
      return before + flipped + after.slice(1);
    case 1:
      return before + random.pick(awkward) + after;
    case 2:
      return before + String.fromCharCode(random.below(256)) + after;
    case 3:
      return before + after.slice(1 + random.below(8));
    default:
      // Mostly the end of the file is lost.
      return random.below(4) === 0 ? before : before + after.slice(1);
  }
}
