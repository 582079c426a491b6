import { describe, expect, it } from '@jest/globals';
import type { ValType } from '@wit-bindgen-ts/runtime';
import { constantValue } from './constant.js';
import { readLists } from './s-expression.js';

const u32: ValType = { kind: 'u32' };
const string: ValType = { kind: 'string' };
const pair: ValType = {
  kind: 'record',
  fields: [
    { name: 'first-name', type: string },
    { name: 'sizes', type: { kind: 'list', element: u32 } },
  ],
};
const shape: ValType = { kind: 'variant', cases: [{ name: 'none' }, { name: 'size-of', type: u32 }] };
const optionOfOption: ValType = { kind: 'option', some: { kind: 'option', some: u32 } };

describe('constantValue', () => {
  it.each<[string, ValType, unknown]>([
    ['(bool.const true)', { kind: 'bool' }, true],
    ['(s8.const -0x7f)', { kind: 's8' }, -127],
    ['(u64.const 18_446_744_073_709_551_615)', { kind: 'u64' }, 18446744073709551615n],
    ['(s64.const -1)', { kind: 's64' }, -1n],
    ['(f32.const 0.1)', { kind: 'f32' }, Math.fround(0.1)],
    ['(f64.const -inf)', { kind: 'f64' }, -Infinity],
    ['(f64.const nan:0x4)', { kind: 'f64' }, NaN],
    ['(char.const "☃")', { kind: 'char' }, '☃'],
    ['(str.const "a\\00")', string, 'a\0'],
    ['(enum.const "red")', { kind: 'enum', names: ['red'] }, 'red'],
    ['(flags.const "a-b")', { kind: 'flags', names: ['a-b', 'c'] }, { aB: true, c: false }],
    ['(list.const (str.const "a"))', { kind: 'list', element: string }, ['a']],
    ['(list.const (u32.const 1))', { kind: 'list', element: u32 }, Uint32Array.of(1)],
    ['(list.const (u64.const 1))', { kind: 'list', element: { kind: 'u64' } }, BigUint64Array.of(1n)],
    ['(tuple.const (u32.const 1) (str.const ""))', { kind: 'tuple', types: [u32, string] }, [1, '']],
    [
      '(record.const (field "first-name" str.const "a") (field "sizes" list.const (u32.const 1)))',
      pair,
      { firstName: 'a', sizes: Uint32Array.of(1) },
    ],
    ['(variant.const "none")', shape, { tag: 'none' }],
    ['(variant.const "size-of" (u32.const 1))', shape, { tag: 'size-of', val: 1 }],
    ['(option.none)', { kind: 'option', some: u32 }, undefined],
    ['(option.some (u32.const 1))', { kind: 'option', some: u32 }, 1],
    ['(option.none)', optionOfOption, { tag: 'none' }],
    ['(option.some (option.some (u32.const 1)))', optionOfOption, { tag: 'some', val: 1 }],
    ['(result.ok)', { kind: 'result', err: string }, { tag: 'ok' }],
    ['(result.err (str.const "a"))', { kind: 'result', err: string }, { tag: 'err', val: 'a' }],
    [
      '(list.const (tuple.const (str.const "a") (u32.const 1)))',
      { kind: 'map', key: string, value: u32 },
      new Map([['a', 1]]),
    ],
  ])('%s', (text, type, expected) => {
    expect(valueOf(text, type)).toStrictEqual(expected);
  });

  it('refuses a constant of another type', () => {
    expect(() => valueOf('(u8.const 1)', u32)).toThrow(
      new Error('u8.const is given for a value of type u32'),
    );
    expect(() => valueOf('(str.const "1")', u32)).toThrow(
      new Error('str.const is given for a value of type u32'),
    );
  });
});

function valueOf(text: string, type: ValType): unknown {
  const [constant] = readLists(text);
  if (!constant) throw new Error('no constant');
  return constantValue(constant, type);
}
