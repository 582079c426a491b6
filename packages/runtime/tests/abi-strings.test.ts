import { describe, expect, it } from '@jest/globals';
import type { StringEncoding } from '../src/abi/context.js';
import { loadString } from '../src/abi/lift/strings.js';
import { storeString } from '../src/abi/lower/strings.js';
import { FakeGuest } from './abi-guest.js';
import { list, string } from '@wit-bindgen-ts/runtime/codegen/v1';
import { echo, trapOf } from './abi-values.js';

const encodings: readonly StringEncoding[] = ['utf8', 'utf16', 'latin1+utf16'];

const samples: readonly string[] = [
  '',
  'a',
  'hello',
  '\u0000',
  'x'.repeat(24),
  'x'.repeat(25),
  'x'.repeat(40),
  'x'.repeat(41),
  'x'.repeat(10_000),
  'é',
  'caf\u00e9 \u0080\u009f\u00ff',
  '\u00ff'.repeat(41),
  `${'x'.repeat(24)}é`,
  `${'x'.repeat(39)}é${'x'.repeat(3)}`,
  '日本語',
  '日'.repeat(5000),
  '\ufeffa BOM is a character',
  '😀',
  `${'x'.repeat(30)}😀${'é'.repeat(30)}`,
  '\u{10ffff}\uffff',
];

describe.each(encodings)('a string in %s', (encoding) => {
  it.each(samples)('comes back as it went in: %j', (text) => {
    expect(echo(string, text, new FakeGuest(encoding))).toEqual({ flat: text, memory: text });
  });

  it.each([
    '\ud800',
    'a\udc00b',
    '\ud83d\ud83d\ude00',
    '\ud83d\ude00\ude00',
    `${'x'.repeat(30)}\ud83d`,
    `\ude00${'x'.repeat(30)}`,
    `${'x'.repeat(30)}\ud83d\ud83d\ude00\ude00\ud83d`,
  ])('has U+FFFD for a lone surrogate: %j', (text) => {
    const guest = new FakeGuest(encoding);
    const pointer = storeString(guest, text);
    expect(loadString(guest, pointer, guest.length)).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  });

  it('survives a memory that grows with every realloc', () => {
    const guest = new FakeGuest(encoding);
    guest.growsAlways = true;
    const texts = ['one', 'zwölf', '日本', 'x'.repeat(100), `${'x'.repeat(100)}é`];
    expect(echo(list(string), texts, guest)).toEqual({ flat: texts, memory: texts });
  });
});

describe('realloc is called as the standard has it', () => {
  // Each line: old pointer (counted from the first allocation), old size, alignment, new size.
  it.each<[StringEncoding, string, string[], number[]]>([
    ['utf8', '', ['0, 0, 1, 0'], []],
    ['utf8', 'abc', ['0, 0, 1, 3'], [97, 98, 99]],
    ['utf8', 'aé', ['0, 0, 1, 2', '0, 2, 1, 6', '2, 6, 1, 3'], [97, 0xc3, 0xa9]],
    ['utf8', '日', ['0, 0, 1, 1', '0, 1, 1, 3'], [0xe6, 0x97, 0xa5]],
    [
      'utf8',
      `${'x'.repeat(30)}é`,
      ['0, 0, 1, 31', '0, 31, 1, 93', '31, 93, 1, 32'],
      [...Array<number>(30).fill(120), 0xc3, 0xa9],
    ],
    ['utf8', '😀', ['0, 0, 1, 2', '0, 2, 1, 6', '2, 6, 1, 4'], [0xf0, 0x9f, 0x98, 0x80]],
    ['utf8', '\ud800', ['0, 0, 1, 1', '0, 1, 1, 3'], [0xef, 0xbf, 0xbd]],
    ['utf16', '', ['0, 0, 2, 0'], []],
    ['utf16', 'aé', ['0, 0, 2, 4'], [97, 0, 0xe9, 0]],
    ['utf16', '😀', ['0, 0, 2, 4'], [0x3d, 0xd8, 0x00, 0xde]],
    ['utf16', 'a\udc00', ['0, 0, 2, 4'], [97, 0, 0xfd, 0xff]],
    ['latin1+utf16', '', ['0, 0, 2, 0'], []],
    ['latin1+utf16', 'aé', ['0, 0, 2, 2'], [97, 0xe9]],
    ['latin1+utf16', '\ud800', ['0, 0, 2, 1', '0, 1, 2, 2'], [0xfd, 0xff]],
    ['latin1+utf16', 'a日', ['0, 0, 2, 2', '0, 2, 2, 4'], [97, 0, 0xe5, 0x65]],
  ])('%s, %j', (encoding, text, trace, bytes) => {
    const guest = new FakeGuest(encoding);
    const pointer = storeString(guest, text);
    expect(guest.trace).toEqual(trace);
    expect(guest.read(pointer, bytes.length)).toEqual(bytes);
  });

  it.each<[StringEncoding, string, number]>([
    ['utf8', 'aé', 3],
    ['utf16', 'aé', 2],
    ['utf16', '😀', 2],
    ['latin1+utf16', 'aé', 2],
    ['latin1+utf16', 'a日', 0x8000_0002],
  ])('and the length of %s counts its code units: %j', (encoding, text, length) => {
    const guest = new FakeGuest(encoding);
    storeString(guest, text);
    expect(guest.length).toBe(length);
  });
});

describe('a guest whose string cannot be read', () => {
  const utf8 = (bytes: readonly number[]): string => {
    const guest = new FakeGuest('utf8');
    guest.write(8, bytes);
    return loadString(guest, 8, bytes.length);
  };

  it.each([
    ['a byte that is never valid', [0xff]],
    ['an overlong form', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a long string with a stray byte', [...Array<number>(50).fill(97), 0x80, 97]],
  ])('traps on %s', (_name, bytes) => {
    expect(trapOf(() => utf8(bytes))).toBe('string-encoding: wasm trap: invalid utf-8');
  });

  it('traps on a sequence that is cut off', () => {
    expect(trapOf(() => utf8([97, 0xc3]))).toBe('string-encoding: wasm trap: incomplete utf-8 byte sequence');
  });

  it('traps on a lone surrogate in UTF-16', () => {
    const guest = new FakeGuest('utf16');
    guest.write(8, [0x00, 0xd8, 97, 0]);
    expect(trapOf(() => loadString(guest, 8, 2))).toBe(
      'string-encoding: wasm trap: invalid utf-16: unpaired surrogate',
    );
  });

  it.each<[StringEncoding, number, number, string]>([
    ['utf8', 65535, 2, 'string-out-of-bounds: wasm trap: string pointer/length out of bounds of memory'],
    [
      'utf8',
      0xdead_beef,
      0,
      'string-out-of-bounds: wasm trap: string pointer/length out of bounds of memory',
    ],
    ['utf16', 65534, 2, 'string-out-of-bounds: wasm trap: string pointer/length out of bounds of memory'],
    ['utf16', 1, 0, 'pointer-unaligned: wasm trap: unaligned pointer'],
    ['latin1+utf16', 1, 0, 'pointer-unaligned: wasm trap: unaligned pointer'],
    ['latin1+utf16', 1, 0x8000_0000, 'pointer-unaligned: wasm trap: unaligned pointer'],
    ['utf8', 0, 0xffff_ffff, 'string-too-long: wasm trap: string of 4294967295 bytes is too long'],
    ['utf16', 0, 0xffff_ffff, 'string-too-long: wasm trap: string of 8589934590 bytes is too long'],
    ['latin1+utf16', 0, 0xffff_ffff, 'string-too-long: wasm trap: string of 4294967294 bytes is too long'],
  ])('traps in %s at %i with the length %i', (encoding, pointer, length, message) => {
    expect(trapOf(() => loadString(new FakeGuest(encoding), pointer, length))).toBe(message);
  });

  it('may be empty at the very end of memory', () => {
    expect(loadString(new FakeGuest('utf8'), 65536, 0)).toBe('');
  });
});

describe('a guest whose realloc lies', () => {
  it.each<[StringEncoding, number, string]>([
    ['utf8', 65534, 'realloc-out-of-bounds: wasm trap: realloc return: beyond end of memory'],
    ['utf8', 0xffff_ffff, 'realloc-out-of-bounds: wasm trap: realloc return: beyond end of memory'],
    ['utf16', 3, 'realloc-unaligned: wasm trap: realloc return: result not aligned'],
    ['latin1+utf16', 3, 'realloc-unaligned: wasm trap: realloc return: result not aligned'],
  ])('traps in %s when it gives %i', (encoding, pointer, message) => {
    const guest = new FakeGuest(encoding);
    guest.answer = () => pointer;
    expect(trapOf(() => storeString(guest, 'abc'))).toBe(message);
  });

  it('traps when only the second pointer is wrong', () => {
    const guest = new FakeGuest('utf8');
    guest.answer = ({ oldSize }) => (oldSize === 0 ? 16 : 65530);
    expect(() => storeString(guest, 'éé')).not.toThrow();
    expect(trapOf(() => storeString(guest, 'ééé'))).toBe(
      'realloc-out-of-bounds: wasm trap: realloc return: beyond end of memory',
    );
  });

  it('traps even for an empty string', () => {
    const guest = new FakeGuest('utf8');
    guest.answer = () => 65537;
    expect(trapOf(() => storeString(guest, ''))).toBe(
      'realloc-out-of-bounds: wasm trap: realloc return: beyond end of memory',
    );
  });
});
