import { describe, expect, it } from '@jest/globals';
import { functionPlanOf } from '../src/abi/plan/function-plan.js';
import { resultLowerer, paramsLowerer } from '../src/abi/values.js';
import type { HandleAccess } from '../src/abi/context.js';
import type { ValType } from '../src/types/val-type.js';
import { FakeGuest } from './abi-guest.js';
import {
  bool,
  char,
  enumOf,
  f64,
  flags,
  func,
  list,
  map,
  option,
  record,
  result,
  s64,
  s8,
  string,
  tuple,
  u32,
  u64,
  u8,
  variant,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { complaint } from './abi-values.js';

const item = record({ id: u32, name: string, 'unit-price': option(f64) });
const shape = variant({ circle: record({ radius: f64 }), square: f64, none: null });

describe('an argument that does not fit is refused with', () => {
  const cases: [ValType, unknown, string][] = [
    [bool, 1, 'f: p: 1 is not a bool'],
    [u8, 256, 'f: p: 256 is not a u8'],
    [u8, 1.5, 'f: p: 1.5 is not a u8'],
    [s8, -129, 'f: p: -129 is not an s8'],
    [u32, 4294967296, 'f: p: 4294967296 is not a u32'],
    [u32, NaN, 'f: p: NaN is not a u32'],
    [u32, 5n, 'f: p: 5n is not a u32'],
    [u32, '5', 'f: p: "5" is not a u32'],
    [u32, undefined, 'f: p: undefined is not a u32'],
    [u64, -1n, 'f: p: -1n is not a u64'],
    [u64, 18446744073709551616n, 'f: p: 18446744073709551616n is not a u64'],
    [s64, 5, 'f: p: 5 is not an s64, which is a bigint'],
    [f64, '1', 'f: p: "1" is not an f64'],
    [f64, 1n, 'f: p: 1n is not an f64'],
    [char, 'ab', 'f: p: "ab" is not a char'],
    [char, '', 'f: p: "" is not a char'],
    [char, '\ud800', 'f: p: "\\ud800" is not a char'],
    [string, 5, 'f: p: 5 is not a string'],
    [string, null, 'f: p: null is not a string'],
    [string, () => 'x', 'f: p: a function is not a string'],
    [string, Symbol('x'), 'f: p: a symbol is not a string'],
    [u32, 'x'.repeat(100), `f: p: "${'x'.repeat(40)}"… is not a u32`],
    [item, 5, 'f: p: 5 is not a record { id: u32, name: string, unit-price: option<f64> }'],
    [item, {}, 'f: p.id: missing, expected a u32'],
    [item, { id: 1 }, 'f: p.name: missing, expected a string'],
    [item, { id: 1, name: 5 }, 'f: p.name: 5 is not a string'],
    [item, { id: 1, name: '', unitPrice: 'a' }, 'f: p.unitPrice: "a" is not an f64'],
    [list(string), 'abc', 'f: p: "abc" is not a list<string>'],
    [list(string), ['a', 5], 'f: p[1]: 5 is not a string'],
    [list(u32), [1, 2, -1], 'f: p[2]: -1 is not a u32'],
    [list(u64), [1n, 2], 'f: p[1]: 2 is not a u64, which is a bigint'],
    [list(f64), [1, '2'], 'f: p[1]: "2" is not an f64'],
    [list(u8), new Uint16Array([1, 256]), 'f: p[1]: 256 is not a u8'],
    [list(u8), { length: -1 }, 'f: p: an object is not a list<u8>'],
    [list(u8, 4), [1, 2, 3], 'f: p: an array of 3 is not a list<u8, 4>'],
    [list(u8, 4), new Uint8Array(3), 'f: p: a Uint8Array of 3 is not a list<u8, 4>'],
    [
      list(item),
      [
        { id: 1, name: 'a' },
        { id: 1, name: 2 },
      ],
      'f: p[1].name: 2 is not a string',
    ],
    [tuple(u32, string), [1], 'f: p: an array of 1 is not a tuple<u32, string>'],
    [tuple(u32, string), ['a', 'b'], 'f: p[0]: "a" is not a u32'],
    [map(string, u32), {}, 'f: p: an object is not a map<string, u32>'],
    [map(string, u32), new Map([['ada', -1]]), 'f: p["ada"]: -1 is not a u32'],
    [map(string, u32), new Map([[5, 1]]), 'f: p.keys[0]: 5 is not a string'],
    [enumOf('red', 'green'), 'blue', 'f: p: "blue" is not one of red, green'],
    [enumOf('red', 'green'), 0, 'f: p: 0 is not an enum { red, green }'],
    [flags('read', 'can-write'), 3, 'f: p: 3 is not a flags { read, can-write }'],
    [flags('read', 'can-write'), { fly: true }, 'f: p: "fly" is not one of read, canWrite'],
    [flags('read', 'can-write'), { canWrite: 1 }, 'f: p.canWrite: 1 is not a bool'],
    [shape, 'none', 'f: p: "none" is not a variant { circle(record { radius: f64 }), square(f64), none }'],
    [shape, { tag: 'blob' }, 'f: p.tag: "blob" is not one of circle, square, none'],
    [shape, { tag: 'square' }, 'f: p.square: undefined is not an f64'],
    [shape, { tag: 'circle', val: { radius: '2' } }, 'f: p.circle.radius: "2" is not an f64'],
    [option(u32), 'a', 'f: p: "a" is not a u32'],
    [option(option(u32)), 5, 'f: p: 5 is not an option<option<u32>>'],
    [option(option(u32)), { tag: 'some', val: 'a' }, 'f: p.some: "a" is not a u32'],
    [result(u32, string), { tag: 'err', val: 5 }, 'f: p.err: 5 is not a string'],
    [result(u32, string), { tag: 'error', val: '' }, 'f: p.tag: "error" is not one of ok, err'],
  ];
  it.each(cases.map(([type, value, message]) => ({ type, value, message })))(
    '$message',
    ({ type, value, message }) => {
      expect(complaint(type, value)).toBe(message);
    },
  );

  it('the function and the parameter that it is for', () => {
    const add = paramsLowerer(functionPlanOf(func({ 'my-item': item, count: u32 })));
    const check = (...args: unknown[]) => {
      return () => add.check(new FakeGuest(), 'cart.add', args);
    };
    expect(check({ id: 4294967296, name: 'tea' }, 1)).toThrow(
      new TypeError('cart.add: myItem.id: 4294967296 is not a u32'),
    );
    expect(check({ id: 1, name: 'tea' })).toThrow(new TypeError('cart.add: count: undefined is not a u32'));
    expect(check({ id: 1, name: 'tea' }, 1, 2)).toThrow(new TypeError('cart.add: takes 2 arguments, not 3'));
    expect(check({ id: 1, name: 'tea' }, 1)).not.toThrow();
  });

  it('the words of the handle table for a handle', () => {
    const handles: HandleAccess = {
      liftOwn: () => undefined,
      liftBorrow: () => undefined,
      lowerOwn: () => 1,
      lowerBorrow: () => 1,
      check: (kind, type, value) => (value === 5 ? `5 is not ${kind} a ${type.name}` : undefined),
    };
    const own = { kind: 'own', resource: { kind: 'resource', name: 'cart', index: 0 } } as const;
    const guest = new FakeGuest('utf8', handles);
    expect(complaint(list(own), [4, 5], guest)).toBe('f: p[1]: 5 is not own a cart');
  });
});

describe('the result of a host function that does not fit', () => {
  it('is refused with the path from the result', () => {
    const lowerer = resultLowerer(functionPlanOf(func({}, result(item, string))));
    expect(() => lowerer.check(new FakeGuest(), 'find', { tag: 'ok', val: { id: -1 } })).toThrow(
      new TypeError('find: result.ok.id: -1 is not a u32'),
    );
  });

  it('may be anything where no result is declared', () => {
    expect(() => resultLowerer(functionPlanOf(func({}))).check(new FakeGuest(), 'log', 5)).not.toThrow();
  });
});

describe('a message stays short', () => {
  it('for a type with many names', () => {
    const names = Array.from({ length: 300 }, (_, index) => `case-${index}`);
    expect(complaint(enumOf(...names), 'x')).toBe(
      `f: p: "x" is not one of ${names.slice(0, 12).join(', ')}, …`,
    );
  });

  it('for a type with a long text', () => {
    const long = record(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, u8])));
    expect(complaint(long, 1)).toHaveLength('f: p: 1 is not a '.length + 121);
  });
});
