/** Strings from guest to guest, in every pair of encodings, with the calls of realloc that the standard makes. */
import { describe, expect, it } from '@jest/globals';
import type { StringEncoding } from '../src/abi/context.js';
import { call, errorOf } from './components.js';
import { encoded, pass, received, sendingAndReceiving, type SourceEncoding } from './transcoding.js';

const destinations = ['utf8', 'utf16', 'latin1+utf16'] as const;

/** For one source: the calls of realloc of guests with strings in `utf8`, `utf16` and `latin1+utf16`. */
type Row = readonly [source: SourceEncoding, ...reallocs: [string, string, string]];

interface Sample {
  readonly what: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

const samples: readonly Sample[] = [
  {
    what: 'nothing',
    text: '',
    rows: [
      ['utf8', '0@1', '0@2', '0@2'],
      ['utf16', '0@1', '0@2', '0@2'],
      ['latin1', '0@1', '0@2', '0@2'],
      ['tagged utf16', '0@1', '0@2', '0@2 0@1'],
    ],
  },
  {
    what: 'ASCII',
    text: 'abc',
    rows: [
      ['utf8', '3@1', '6@2', '3@2'],
      ['utf16', '3@1', '6@2', '3@2'],
      ['latin1', '3@1', '6@2', '3@2'],
      ['tagged utf16', '3@1', '6@2', '6@2 3@1'],
    ],
  },
  {
    what: 'long ASCII',
    text: 'x'.repeat(100),
    rows: [
      ['utf8', '100@1', '200@2', '100@2'],
      ['utf16', '100@1', '200@2', '100@2'],
      ['latin1', '100@1', '200@2', '100@2'],
      ['tagged utf16', '100@1', '200@2', '200@2 100@1'],
    ],
  },
  {
    what: 'Latin-1',
    text: 'aé',
    rows: [
      ['utf8', '3@1', '6@2 4@2', '3@2 2@2'],
      ['utf16', '2@1 6@1 3@1', '4@2', '2@2'],
      ['latin1', '2@1 4@1 3@1', '4@2', '2@2'],
      ['tagged utf16', '2@1 6@1 3@1', '4@2', '4@2 2@1'],
    ],
  },
  {
    what: 'Latin-1 without ASCII, which takes the worst case in UTF-8',
    text: 'é'.repeat(50),
    rows: [
      ['utf8', '100@1', '200@2 100@2', '100@2 50@2'],
      ['utf16', '50@1 150@1 100@1', '100@2', '50@2'],
      ['latin1', '50@1 100@1', '100@2', '50@2'],
      ['tagged utf16', '50@1 150@1 100@1', '100@2', '100@2 50@1'],
    ],
  },
  {
    what: 'ASCII before a wide character',
    text: 'a日',
    rows: [
      ['utf8', '4@1', '8@2 4@2', '4@2 8@2 4@2'],
      ['utf16', '2@1 6@1 4@1', '4@2', '2@2 4@2'],
      ['tagged utf16', '2@1 6@1 4@1', '4@2', '4@2'],
    ],
  },
  {
    what: 'wide characters, which take the worst case in UTF-8',
    text: '日本',
    rows: [
      ['utf8', '6@1', '12@2 4@2', '6@2 12@2 4@2'],
      ['utf16', '2@1 6@1', '4@2', '2@2 4@2'],
      ['tagged utf16', '2@1 6@1', '4@2', '4@2'],
    ],
  },
  {
    what: 'Latin-1 and a pair of surrogates, all mixed',
    text: `${'é'.repeat(30)}😀z`,
    rows: [
      ['utf8', '65@1', '130@2 66@2', '65@2 130@2 66@2'],
      ['utf16', '33@1 99@1 65@1', '66@2', '33@2 66@2'],
      ['tagged utf16', '33@1 99@1 65@1', '66@2', '66@2'],
    ],
  },
  {
    what: 'the last character of Latin-1 before the first behind it',
    text: '\u00ff\u0100',
    rows: [
      ['utf8', '4@1', '8@2 4@2', '4@2 8@2 4@2'],
      ['utf16', '2@1 6@1 4@1', '4@2', '2@2 4@2'],
      ['tagged utf16', '2@1 6@1 4@1', '4@2', '4@2'],
    ],
  },
];

const cases = samples.flatMap(({ what, text, rows }) =>
  rows.flatMap(([from, ...reallocs]) =>
    destinations.map((to, index) => ({ what, text, from, to, reallocs: reallocs[index] ?? '' })),
  ),
);

describe('a string that one guest passes to another', () => {
  it.each(cases)('from $from to $to: $what', ({ text, from, to, reallocs }) => {
    const instance = sendingAndReceiving(guestEncoding(from), to);
    pass(instance, text, from);
    const stored = storedAs(text, to);
    const bytes = encoded(text, stored);
    const units = stored === 'utf8' || stored === 'latin1' ? bytes.length : bytes.length / 2;
    const length = stored === 'tagged utf16' ? 0x8000_0000 + units : units;
    expect(received(instance, to)).toEqual({ reallocs, length, bytes });
  });
});

describe('a realloc that lies to a string of another guest traps', () => {
  const unaligned = 'Trap: wasm trap: realloc return: result not aligned';
  const outside = 'Trap: wasm trap: realloc return: beyond end of memory';

  // The numbers say which call of realloc lies, and what it answers.
  it.each<[SourceEncoding, StringEncoding, string, number, number, string]>([
    ['utf8', 'utf8', 'abc', 0, 65534, outside],
    ['utf8', 'utf16', 'abc', 0, 1025, unaligned],
    ['utf8', 'utf16', 'aé', 1, 1025, unaligned],
    ['utf8', 'utf16', 'aé', 1, 65534, outside],
    ['utf8', 'latin1+utf16', 'é', 1, 1025, unaligned],
    ['utf8', 'latin1+utf16', 'é日', 1, 0xffff_fffe, outside],
    ['utf8', 'latin1+utf16', 'é日', 2, 1025, unaligned],
    ['utf16', 'utf8', 'é', 0, 65536, outside],
    ['utf16', 'utf8', 'é', 1, 65534, outside],
    ['utf16', 'utf8', 'é', 2, 65535, outside],
    ['utf16', 'utf16', 'abc', 0, 1025, unaligned],
    ['utf16', 'latin1+utf16', 'a日', 1, 1025, unaligned],
    ['latin1', 'utf8', 'é', 1, 65535, outside],
    ['latin1', 'utf16', 'abc', 0, 1025, unaligned],
    ['latin1', 'latin1+utf16', 'abc', 0, 1025, unaligned],
    ['tagged utf16', 'latin1+utf16', 'abc', 0, 65532, outside],
    ['tagged utf16', 'latin1+utf16', 'abc', 1, 65534, outside],
  ])('from %s to %s: %j, call %i answers %i', (from, to, text, which, answer, error) => {
    const instance = sendingAndReceiving(guestEncoding(from), to);
    call(instance, 'arm', which, answer);
    expect(errorOf(() => pass(instance, text, from))).toBe(error);
  });

  it('but not where the standard asks for no alignment: when UTF-16 becomes Latin-1', () => {
    const instance = sendingAndReceiving('latin1+utf16', 'latin1+utf16');
    call(instance, 'arm', 1, 1025);
    pass(instance, 'abc', 'tagged utf16');
    expect(received(instance, 'latin1+utf16').length).toBe(3);
  });
});

describe('a string that cannot be passed on traps', () => {
  const tooLong = (bytes: number): string => `Trap: wasm trap: string of ${bytes} bytes is too long`;
  const outside = 'Trap: wasm trap: string pointer/length out of bounds of memory';
  const unpaired = 'Trap: wasm trap: invalid utf-16: unpaired surrogate';

  it.each<[StringEncoding, number[], number, string]>([
    ['utf8', [0xff], 1, 'Trap: wasm trap: invalid utf-8'],
    ['utf8', [97, 0xc3], 2, 'Trap: wasm trap: incomplete utf-8 byte sequence'],
    ['utf8', [0xed, 0xa0, 0x80], 3, 'Trap: wasm trap: invalid utf-8'],
    ['utf8', [], 65521, outside],
    ['utf8', [], 2 ** 28, tooLong(2 ** 28)],
    ['utf16', [0x00, 0xd8], 1, unpaired],
    ['utf16', [0x00, 0xdc, 0x00, 0xd8], 2, unpaired],
    ['utf16', [0x00, 0xd8, 0x00, 0xd8, 0x00, 0xdc], 3, unpaired],
    ['utf16', [], 32761, outside],
    ['utf16', [], 2 ** 27, tooLong(2 ** 28)],
    ['latin1+utf16', [0x00, 0xd8, 97, 0], 0x8000_0002, unpaired],
    ['latin1+utf16', [], 65521, outside],
    ['latin1+utf16', [], 0x8000_0000 + 32761, outside],
    ['latin1+utf16', [], 2 ** 28, tooLong(2 ** 28)],
    ['latin1+utf16', [], 0x8000_0000 + 2 ** 27, tooLong(2 ** 28)],
  ])('from a guest with %s: %j, of length %i', (encoding, bytes, length, error) => {
    for (const to of destinations) {
      const instance = sendingAndReceiving(encoding, to);
      expect(errorOf(() => call(instance, 'pass', bytes, length))).toBe(error);
    }
  });
});

/** The canonical option of a guest with such a string. */
function guestEncoding(encoding: SourceEncoding): StringEncoding {
  return encoding === 'utf8' || encoding === 'utf16' ? encoding : 'latin1+utf16';
}

/** How a guest with this option has a text once it is stored. */
function storedAs(text: string, option: StringEncoding): SourceEncoding {
  if (option !== 'latin1+utf16') return option;
  return /^[\u0000-\u00ff]*$/.test(text) ? 'latin1' : 'tagged utf16';
}
