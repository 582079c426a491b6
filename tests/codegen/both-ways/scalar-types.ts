import { to, type TypeCase } from './type-case.js';

const isNot = (type: string, ...values: readonly unknown[]): TypeCase['wrong'] =>
  values.map((value) => [value, `: ${shown(value)} is not ${type}`]);

function shown(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'string' ? JSON.stringify(value) : Object.is(value, -0) ? '-0' : String(value);
}

const textOf = (...codes: readonly number[]): string => String.fromCharCode(...codes);

export const scalarTypes: readonly TypeCase[] = [
  {
    name: 'of-bool',
    type: 'bool',
    values: [true, false],
    wrong: isNot('a bool', 1, 'true', undefined, null),
  },
  {
    name: 'of-s8',
    type: 's8',
    values: [0, 1, -1, 127, -128],
    wrong: isNot('an s8', 128, -129, 0.5, 1n, '1'),
  },
  { name: 'of-u8', type: 'u8', values: [0, 1, 255], wrong: isNot('a u8', 256, -1, 0.5, NaN, 1n, '1') },
  { name: 'of-s16', type: 's16', values: [0, 32767, -32768], wrong: isNot('an s16', 32768, -32769, true) },
  { name: 'of-u16', type: 'u16', values: [0, 65535], wrong: isNot('a u16', 65536, -1, Infinity) },
  {
    name: 'of-s32',
    type: 's32',
    values: [0, 2147483647, -2147483648],
    wrong: isNot('an s32', 2147483648, -2147483649, undefined),
  },
  {
    name: 'of-u32',
    type: 'u32',
    values: [0, to(-0, 0), 2147483648, 4294967295],
    wrong: isNot('a u32', 4294967296, -1, null, '0'),
  },
  {
    name: 'of-s64',
    type: 's64',
    values: [0n, 9223372036854775807n, -9223372036854775808n, -1n],
    wrong: [
      ...isNot('an s64', 9223372036854775808n, -9223372036854775809n),
      [1, ': 1 is not an s64, which is a bigint'],
    ],
  },
  {
    name: 'of-u64',
    type: 'u64',
    values: [0n, 18446744073709551615n, 9223372036854775808n],
    wrong: [...isNot('a u64', 18446744073709551616n, -1n), [0, ': 0 is not a u64, which is a bigint']],
  },
  {
    name: 'of-f32',
    type: 'f32',
    values: [0, -0, 0.5, Infinity, -Infinity, NaN, to(0.1, Math.fround(0.1)), to(1e40, Infinity), 2 ** -149],
    wrong: isNot('an f32', '0', 1n, undefined),
  },
  {
    name: 'of-f64',
    type: 'f64',
    values: [0, -0, 0.1, Infinity, -Infinity, NaN, 5e-324, Number.MAX_VALUE],
    wrong: isNot('an f64', '0', 1n, null),
  },
  {
    name: 'of-char',
    type: 'char',
    values: ['a', '\0', 'é', '\u{d7ff}', '\u{e000}', '💡', '\u{10ffff}'],
    wrong: [...isNot('a char', '', 'ab', 97, undefined), [textOf(0xd800), ': "\\ud800" is not a char']],
  },
  {
    name: 'of-string',
    type: 'string',
    values: [
      '',
      'tea',
      'naïve 中文 💡',
      '\0',
      'x'.repeat(70_000),
      to(`a${textOf(0xd800)}b${textOf(0xdc00)}`, 'a\ufffdb\ufffd'),
    ],
    wrong: isNot('a string', 1, undefined, null, true),
  },
];
