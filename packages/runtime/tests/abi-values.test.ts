import { describe, expect, it } from '@jest/globals';
import type { CoreValue } from '../src/abi/context.js';
import type { ValType } from '../src/types/val-type.js';
import { FakeGuest } from './abi-guest.js';
import {
  bool,
  char,
  enumOf,
  f32,
  f64,
  flags,
  list,
  map,
  option,
  record,
  result,
  s16,
  s32,
  s64,
  s8,
  string,
  tuple,
  u16,
  u32,
  u64,
  u8,
  variant,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { complaint, echo, liftFlat, load, lowerFlat, store, trapOf } from './abi-values.js';

const shape = variant({ circle: f64, square: record({ side: f32 }), name: string, none: null });

describe('a value comes back as it went in, flat and through memory', () => {
  it('of a variant of 200,000 cases', () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `c${index}`);
    const many = variant(Object.fromEntries(names.map((name, index) => [name, index === 7 ? u8 : null])));
    const value = { tag: 'c7', val: 3 };
    expect(echo(list(many), [value]).memory).toEqual([value]);
    expect(echo(many, value).flat).toEqual(value);
  });

  const cases: [ValType, unknown][] = [
    [bool, true],
    [s8, -128],
    [u8, 255],
    [s16, -32768],
    [u16, 65535],
    [s32, -2147483648],
    [u32, 4294967295],
    [s64, -(2n ** 63n)],
    [u64, 2n ** 64n - 1n],
    [f32, 0.5],
    [f64, -0],
    [f64, Infinity],
    [f64, NaN],
    [char, 'ß'],
    [char, '😀'],
    [record({ 'unit-price': f64, id: u8 }), { unitPrice: 2.5, id: 1 }],
    [record({ note: option(string) }), { note: undefined }],
    [record({ 'a-1': u8, a1: u8, 'b-c': u8 }), { 'a-1': 1, a1: 2, bC: 3 }],
    [tuple(u8, string, f64), [1, 'two', 3]],
    [list(string), ['a', 'b', '']],
    [list(bool), []],
    [list(list(char)), [['a'], [], ['b', 'c']]],
    [list(u8, 3), [1, 2, 3]],
    [list(string, 2), ['a', 'b']],
    [
      map(string, list(string)),
      new Map([
        ['a', ['1']],
        ['b', []],
      ]),
    ],
    [enumOf('red', 'deep-red'), 'deep-red'],
    [flags('read', 'can-write'), { read: false, canWrite: true }],
    [flags('x-1', 'x1'), { 'x-1': true, x1: false }],
    [shape, { tag: 'circle', val: 2.5 }],
    [shape, { tag: 'square', val: { side: 0.5 } }],
    [shape, { tag: 'name', val: 'ada' }],
    [shape, { tag: 'none' }],
    [result(u32, string), { tag: 'ok', val: 1 }],
    [result(u32, string), { tag: 'err', val: 'no' }],
    [result(null, null), { tag: 'err' }],
    [option(u32), 0],
    [option(u32), undefined],
    [option(option(u32)), { tag: 'some', val: 5 }],
    [option(option(u32)), { tag: 'some', val: undefined }],
    [option(option(u32)), { tag: 'none' }],
    [option(option(option(u8))), { tag: 'some', val: { tag: 'some', val: undefined } }],
    [option(result(option(u8), null)), { tag: 'ok', val: undefined }],
    [list(option(option(bool))), [{ tag: 'none' }, { tag: 'some', val: true }]],
    // Names that every object inherits something of.
    [record({ constructor: option(u8), 'to-string': u8 }), { constructor: undefined, toString: 1 }],
    [flags('constructor', 'value-of'), { constructor: true, valueOf: false }],
  ];
  it.each(cases)('%j: %j', (type, value) => {
    expect(echo(type, value)).toEqual({ flat: value, memory: value });
  });

  it('with its fields in the order of their declaration', () => {
    const { flat, memory } = echo(record({ b: u8, a: u8 }), { a: 1, b: 2 });
    expect([Object.keys(flat as object), Object.keys(memory as object)]).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
  });

  it('with every flag, even one that was left out', () => {
    expect(echo(flags('a', 'b'), { b: true }).flat).toEqual({ a: false, b: true });
  });

  it('and null is no option', () => {
    expect(echo(option(u8), null)).toEqual({ flat: undefined, memory: undefined });
  });
});

describe('what an object only inherits', () => {
  it('is no field, if every object does', () => {
    expect(echo(record({ constructor: option(u8) }), {}).flat).toEqual({ constructor: undefined });
    expect(complaint(record({ 'to-string': u8 }), {})).toBe('f: p.toString: missing, expected a u8');
  });

  it('is no flag, if every object does', () => {
    expect(echo(flags('constructor'), {}).flat).toEqual({ constructor: false });
  });

  it('is a flag where it is true, as it is a field', () => {
    const object = Object.create({ a: true, other: true }) as object;
    expect(echo(flags('a', 'b'), object).flat).toEqual({ a: true, b: false });
    expect(echo(record({ a: bool }), object).flat).toEqual({ a: true });
  });
});

describe('the core values', () => {
  it.each<[string, ValType, unknown, CoreValue[]]>([
    ['of joined i32 and f32', result(u32, f32), { tag: 'err', val: 1 }, [1, 0x3f80_0000]],
    ['of joined i32 and i64', result(u32, u64), { tag: 'ok', val: 4294967295 }, [0, 4294967295n]],
    ['of joined s32 and i64', result(s32, u64), { tag: 'ok', val: -1 }, [0, 4294967295n]],
    ['of joined f32 and f64', result(f32, f64), { tag: 'ok', val: 1 }, [0, 0x3f80_0000n]],
    ['of joined i64 and f64', result(u64, f64), { tag: 'err', val: 1 }, [1, 0x3ff0_0000_0000_0000n]],
    ['of a shorter payload', result(tuple(u64, f32, u8), null), { tag: 'err' }, [1, 0n, 0, 0]],
    ['of no option', option(tuple(u64, f64)), undefined, [0, 0n, 0]],
    ['of flags', flags('a', 'b', 'c'), { a: true, c: true }, [5]],
    [
      'of 32 flags',
      flags(...Array.from({ length: 32 }, (_, index) => `f${index}`)),
      { f31: true },
      [2 ** 31],
    ],
    ['of an enum', enumOf('a', 'b'), 'b', [1]],
  ])('%s', (_name, type, value, core) => {
    expect(lowerFlat(type, value)).toEqual(core);
    expect(lowerFlat(type, liftFlat(type, [...core]))).toEqual(core);
  });

  it('are taken as core code gives them: signed, with bits that are too many', () => {
    expect(liftFlat(u32, [-1])).toBe(4294967295);
    expect(liftFlat(u8, [-1])).toBe(255);
    expect(liftFlat(s8, [255])).toBe(-1);
    expect(liftFlat(u64, [-1n])).toBe(18446744073709551615n);
    expect(liftFlat(bool, [-2])).toBe(true);
    expect(liftFlat(result(f32, u64), [0, -1n])).toEqual({ tag: 'ok', val: NaN });
  });
});

describe('a list of numbers', () => {
  const kinds: [ValType, string, unknown[]][] = [
    [s8, 'Int8Array', [-1, 1]],
    [u8, 'Uint8Array', [1, 255]],
    [s16, 'Int16Array', [-1, 1]],
    [u16, 'Uint16Array', [1, 65535]],
    [s32, 'Int32Array', [-1, 1]],
    [u32, 'Uint32Array', [1, 4294967295]],
    [s64, 'BigInt64Array', [-1n, 1n]],
    [u64, 'BigUint64Array', [1n, 2n ** 64n - 1n]],
    [f32, 'Float32Array', [0.5, Infinity]],
    [f64, 'Float64Array', [0.1, -0]],
  ];
  it.each(kinds)('of %j is an %s', (element, name, values) => {
    const { flat, memory } = echo(list(element), values);
    for (const lifted of [flat, memory]) {
      expect(Object.prototype.toString.call(lifted)).toBe(`[object ${name}]`);
      expect(Object.values(lifted as object)).toEqual(values);
      // Its own typed array goes the way of a bulk copy.
      expect(echo(list(element), lifted).memory).toEqual(lifted);
    }
  });

  it.each(kinds)('of %j is a copy', (element, _name, values) => {
    const guest = new FakeGuest();
    const lifted = load(list(element), store(list(element), values, guest), guest);
    guest.memory.bytes.fill(9);
    expect(Object.values(lifted as object)).toEqual(values);
  });

  it('is taken from anything like an array', () => {
    expect(echo(list(u16), new Uint8Array([1, 2])).flat).toEqual(Uint16Array.of(1, 2));
    expect(echo(list(u16), { length: 2, 0: 7, 1: 8 }).flat).toEqual(Uint16Array.of(7, 8));
  });

  it('is taken from a part of a larger buffer', () => {
    const part = new Uint32Array(Uint32Array.of(1, 2, 3, 4).buffer, 4, 2);
    expect(echo(list(u32), part).memory).toEqual(Uint32Array.of(2, 3));
  });
});

describe('memory that grows with every realloc', () => {
  it('is looked up anew for each part', () => {
    const guest = new FakeGuest();
    guest.growsAlways = true;
    const type = list(
      record({ name: string, tags: list(string), counts: list(u32), by: map(string, shape) }),
    );
    const value = [
      {
        name: 'tea',
        tags: ['green', 'grün'],
        counts: Uint32Array.of(1, 2),
        by: new Map([['ada', { tag: 'name', val: 'x' }]]),
      },
      { name: '', tags: [], counts: new Uint32Array(), by: new Map() },
    ];
    expect(echo(type, value, guest)).toEqual({ flat: value, memory: value });
  });
});

describe('a value that changes after it was checked', () => {
  const changed = 'a value changed between being checked and being lowered';

  /** An object whose property gives these values, one at a time, and stays with the last. */
  function changing(key: string, first: unknown, second: unknown): object {
    let reads = 0;
    return Object.defineProperty({}, key, { enumerable: true, get: () => (reads++ === 0 ? first : second) });
  }

  it.each<[string, ValType, object]>([
    ['a number into a string', record({ a: u32 }), changing('a', 1, 'x')],
    ['a bigint into a number', record({ a: u64 }), changing('a', 1n, 1)],
    ['a string into a number', record({ a: string }), changing('a', 'x', 1)],
    ['a char into a string', record({ a: char }), changing('a', 'x', 'xy')],
    ['a record into undefined', record({ a: record({ b: u8 }) }), changing('a', { b: 1 }, undefined)],
    ['a tuple into null', record({ a: tuple(u8) }), changing('a', [1], null)],
    ['a list into a number', record({ a: list(string) }), changing('a', [], 1)],
    ['a map into an array', record({ a: map(u8, u8) }), changing('a', new Map(), [])],
    ['a flags object into a number', record({ a: flags('x') }), changing('a', {}, 1)],
    ['a tag into an unknown one', shape, changing('tag', 'none', 'blob')],
  ])('from %s', (_name, type, value) => {
    expect(() => lowerFlat(type, value)).toThrow(new TypeError(changed));
  });

  it('is memory-safe when a list gets longer', () => {
    const guest = new FakeGuest();
    const lists = record({ a: list(u8) });
    const value = changing('a', [1], new Array(100).fill(2));
    expect(load(lists, store(lists, value, guest), guest)).toEqual({ a: new Uint8Array(100).fill(2) });
  });

  it('is refused when a list gets longer than any may be', () => {
    const value = changing('a', [1], { length: 2 ** 40 });
    expect(() => lowerFlat(record({ a: list(u8) }), value)).toThrow(new TypeError(changed));
  });

  it('is refused when a view of the memory is detached by realloc', () => {
    const guest = new FakeGuest();
    guest.growsAlways = true;
    const view = guest.memory.bytes.subarray(0, 4);
    expect(() => lowerFlat(list(u8), view, guest)).toThrow(new TypeError(changed));
  });

  it('wraps when an integer goes out of range', () => {
    const guest = new FakeGuest();
    const type = record({ a: u8 });
    expect(load(type, store(type, changing('a', 1, 257), guest), guest)).toEqual({ a: 1 });
  });
});

describe('a host value of impossible length', () => {
  it.each<[ValType, unknown, string]>([
    [list(u8), { length: 2 ** 50 }, 'f: p: a list of 1125899906842624 elements of 1 bytes is too long'],
    [list(string), { length: 2 ** 26 }, 'f: p: a list of 67108864 elements of 8 bytes is too long'],
  ])('is refused before it is walked: %j', (type, value, message) => {
    expect(complaint(type, value)).toBe(message);
  });
});

describe('a guest that lies', () => {
  const pair = tuple(u32, u32);
  it.each<[string, ValType, CoreValue[], string]>([
    [
      'about a discriminant',
      shape,
      [4, 0n, 0],
      'invalid-discriminant: wasm trap: invalid variant discriminant',
    ],
    [
      'about a negative one',
      option(u8),
      [-1, 0],
      'invalid-discriminant: wasm trap: invalid variant discriminant',
    ],
    ['about an enum', enumOf('a'), [1], 'invalid-discriminant: wasm trap: invalid variant discriminant'],
    ['about a char', char, [0xd800], 'invalid-char: wasm trap: invalid `char` bit pattern'],
    ['about a large char', char, [0x11_0000], 'invalid-char: wasm trap: invalid `char` bit pattern'],
    ['about an alignment', list(u32), [2, 1], 'pointer-unaligned: wasm trap: unaligned pointer'],
    [
      'about a pointer',
      list(u8),
      [-1, 1],
      'list-out-of-bounds: wasm trap: list pointer/length out of bounds of memory',
    ],
    [
      'about an empty list',
      list(u8),
      [65537, 0],
      'list-out-of-bounds: wasm trap: list pointer/length out of bounds of memory',
    ],
    [
      'about a length',
      list(pair),
      [0, 8193],
      'list-out-of-bounds: wasm trap: list pointer/length out of bounds of memory',
    ],
    [
      'about a length of 2^32-1',
      list(u8),
      [0, -1],
      'list-too-long: wasm trap: list of 4294967295 elements is too long',
    ],
    [
      'about a length of pairs',
      list(pair),
      [0, 2 ** 25],
      'list-too-long: wasm trap: list of 33554432 elements is too long',
    ],
    [
      'about a map',
      map(u8, u8),
      [0, -1],
      'list-too-long: wasm trap: list of 4294967295 elements is too long',
    ],
    [
      'about elements of no size',
      list(tuple()),
      [0, -1],
      'list-too-long: wasm trap: list of 4294967295 elements is too long',
    ],
    [
      'about fixed-length lists',
      list(list(u8, 2 ** 27)),
      [0, 2],
      'list-too-long: wasm trap: list of 2 elements is too long',
    ],
    [
      'about one fixed-length list',
      list(list(u8, 2 ** 27)),
      [0, 1],
      'list-out-of-bounds: wasm trap: list pointer/length out of bounds of memory',
    ],
  ])('%s traps', (_name, type, core, message) => {
    expect(trapOf(() => liftFlat(type, core))).toBe(message);
  });

  it('about a discriminant in memory traps', () => {
    const guest = new FakeGuest();
    guest.write(0, [9]);
    expect(trapOf(() => load(shape, 0, guest))).toBe(
      'invalid-discriminant: wasm trap: invalid variant discriminant',
    );
  });

  it.each([
    [-4, 'realloc-out-of-bounds: wasm trap: realloc return: beyond end of memory'],
    [-1, 'realloc-unaligned: wasm trap: realloc return: result not aligned'],
  ])('about realloc, with %i, traps', (pointer, message) => {
    const guest = new FakeGuest();
    guest.answer = () => pointer >>> 0;
    expect(trapOf(() => lowerFlat(list(u32), [1, 2], guest))).toBe(message);
    expect(trapOf(() => lowerFlat(list(u32), [], guest))).toBe(message);
  });
});
