import type { Random } from '../fuzz/wit/random.js';

const ascii = ['a', 'Z', '0', ' ', '\0', '\n', '\x7f', '"', '\\'];
const latin1 = ['é', 'ß', '\x80', '\x9f', '\xa0', 'ÿ'];
const twoBytes = ['\u0100', 'Ω', 'ж', '\u07ff'];
const threeBytes = ['\u0800', '世', '\u2028', '\ufeff', '\ufffd', '\uffff', '\ud7ff', '\ue000'];
const astral = ['𝄞', '🙂', '\u{10000}', '\u{10ffff}'];
const halves = ['\ud800', '\udbff', '\udc00', '\udfff'];

/** From which characters a text is put together: the encodings differ in what they do with each mixture. */
const mixtures: readonly (readonly string[])[] = [
  ascii,
  ascii,
  [...ascii, ...latin1],
  latin1,
  [...ascii, ...twoBytes],
  [...latin1, ...threeBytes],
  [...ascii, ...ascii, ...ascii, ...astral],
  [...threeBytes, ...astral],
  [...ascii, ...astral, ...halves],
  halves,
];

/** Lengths about those at which the runtime changes from one way of copying to another, among others. */
const lengths = [0, 0, 1, 1, 2, 3, 5, 8, 12, 23, 24, 25, 26, 39, 40, 41, 100];
const longLengths = [1000, 4096, 70_000];

/** A text of any characters that a string of JavaScript can hold, half surrogate pairs among them. */
export function strangeText(random: Random, most: number): string {
  const mixture = random.pick(mixtures);
  const length = Math.min(most, random.pick(random.below(40) === 0 ? longLengths : lengths));
  // What is odd comes late in most texts: it is found when a good part is stored already.
  const plain = random.below(3) === 0 ? random.below(length + 1) : 0;
  let text = 'x'.repeat(plain);
  while (text.length < length) text += random.pick(mixture);
  return text;
}

/** A text of a megabyte, in which one character is of another kind. */
export function hugeText(random: Random): string {
  const half = 'abcdefgh'.repeat(random.pick([8192, 65_536]));
  return half + random.pick(random.pick(mixtures)) + half;
}

/** What a text is once it was lowered: halves of surrogate pairs are replaced. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** A character that is a Unicode scalar value. */
export function strangeCharacter(random: Random): string {
  return random.pick(random.pick([ascii, latin1, twoBytes, threeBytes, astral]));
}
