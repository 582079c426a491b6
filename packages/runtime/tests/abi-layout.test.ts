import { describe, expect, it } from '@jest/globals';
import { flatten, flattenAll } from '../src/abi/flatten.js';
import { fieldsLayout, layoutOf, sizeOf, variantLayout } from '../src/abi/layout.js';
import { coreSignature } from '../src/abi/signature.js';
import type { ValType } from '../src/types/val-type.js';
import {
  bool,
  char,
  enumOf,
  f32,
  f64,
  flags,
  func,
  list,
  map,
  option,
  record,
  result,
  s64,
  string,
  tuple,
  u16,
  u32,
  u64,
  u8,
  variant,
} from '@wit-bindgen-ts/runtime/codegen/v1';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}`);

describe('layout', () => {
  it.each<[string, ValType, number, number]>([
    ['bool', bool, 1, 1],
    ['char', char, 4, 4],
    ['u64', u64, 8, 8],
    ['string', string, 8, 4],
    ['list<u64>', list(u64), 8, 4],
    ['list<u16, 3>', list(u16, 3), 6, 2],
    ['map<u8, u64>', map(u8, u64), 8, 4],
    ['record { a: u8, b: u32, c: u8 }', record({ a: u8, b: u32, c: u8 }), 12, 4],
    ['tuple<u16, u8>', tuple(u16, u8), 4, 2],
    ['option<u8>', option(u8), 2, 1],
    ['option<u64>', option(u64), 16, 8],
    ['result', result(null, null), 1, 1],
    ['result<u8, u32>', result(u8, u32), 8, 4],
    ['variant { a(u8), b(u64) }', variant({ a: u8, b: u64 }), 16, 8],
    ['an enum of 256', enumOf(...names(256)), 1, 1],
    ['an enum of 257', enumOf(...names(257)), 2, 2],
    ['an enum of 65537', enumOf(...names(65537)), 4, 4],
    ['8 flags', flags(...names(8)), 1, 1],
    ['9 flags', flags(...names(9)), 2, 2],
    ['32 flags', flags(...names(32)), 4, 4],
    ['a handle', { kind: 'own', resource: { kind: 'resource', name: 'r', index: 0 } }, 4, 4],
  ])('of %s', (_name, type, size, alignment) => {
    expect({ size: sizeOf(type), alignment: layoutOf(type).alignment }).toEqual({ size, alignment });
  });

  it('has pointers of 8 bytes in a memory of 64-bit addresses', () => {
    expect(layoutOf(record({ a: u8, b: string }), 'i64')).toMatchObject({ size: 24, alignment: 8 });
  });

  it('has the places of fields and payloads', () => {
    expect(fieldsLayout([u8, u64, u16])).toEqual({ offsets: [0, 8, 16], size: 24, alignment: 8 });
    expect(variantLayout([{ name: 'a', type: u32 }, { name: 'b' }])).toEqual({
      discriminantSize: 1,
      payloadOffset: 4,
      size: 8,
      alignment: 4,
    });
  });

  it('is kept for each type object', () => {
    const type = record({ a: u8 });
    expect(layoutOf(type)).toBe(layoutOf(type));
  });
});

describe('flatten', () => {
  it.each<[string, ValType, string[]]>([
    ['string', string, ['i32', 'i32']],
    ['list<f32, 3>', list(f32, 3), ['f32', 'f32', 'f32']],
    ['record { a: f32, b: u64 }', record({ a: f32, b: u64 }), ['f32', 'i64']],
    ['enum', enumOf('a', 'b'), ['i32']],
    ['flags', flags('a'), ['i32']],
    ['option<f32>', option(f32), ['i32', 'f32']],
    ['result<u32, f32>', result(u32, f32), ['i32', 'i32']],
    ['result<u32, u64>', result(u32, u64), ['i32', 'i64']],
    ['result<f32, f64>', result(f32, f64), ['i32', 'i64']],
    ['variant of a string and an f64', variant({ a: string, b: f64, c: null }), ['i32', 'i64', 'i32']],
  ])('of %s', (_name, type, core) => {
    expect(flatten(type)).toEqual(core);
  });

  it('gives up beyond 16 core values', () => {
    expect(flatten(list(u8, 16))).toHaveLength(16);
    expect(flatten(list(u8, 17))).toBeUndefined();
    expect(flatten(option(list(u8, 15)))).toHaveLength(16);
    expect(flatten(option(list(u8, 16)))).toBeUndefined();
    expect(flattenAll([list(u8, 10), list(u8, 6)])).toHaveLength(16);
    expect(flattenAll([list(u8, 10), list(u8, 7)])).toBeUndefined();
  });
});

describe('the core signature', () => {
  const spilling = func({ all: list(u8, 17) }, tuple(f32, s64));
  it('of a lifted function', () => {
    expect(coreSignature(spilling, 'lift')).toEqual({ params: ['i32'], results: ['i32'] });
    expect(coreSignature(func({ a: string }, f64), 'lift')).toEqual({
      params: ['i32', 'i32'],
      results: ['f64'],
    });
  });

  it('of a lowered function', () => {
    expect(coreSignature(spilling, 'lower')).toEqual({ params: ['i32', 'i32'], results: [] });
    expect(coreSignature(func({}), 'lower')).toEqual({ params: [], results: [] });
  });

  it('with 64-bit addresses', () => {
    expect(coreSignature(spilling, 'lower', 'i64')).toEqual({ params: ['i64', 'i64'], results: [] });
  });
});

describe('a hostile type', () => {
  const deep = (wrap: (inner: ValType) => ValType): ValType => {
    let type: ValType = u8;
    for (let depth = 0; depth < 100; depth++) type = wrap(type);
    return type;
  };

  it.each([
    ['of pairs of pairs', deep((inner) => tuple(inner, inner))],
    ['of fixed-length lists', deep((inner) => list(inner, 2 ** 28))],
    ['of variants', deep((inner) => variant({ a: inner, b: tuple(inner, inner) }))],
  ])('%s has a size beyond any memory, and no flat form', (_name, type) => {
    expect(sizeOf(type)).toBeGreaterThanOrEqual(2 ** 48);
    expect(Number.isSafeInteger(sizeOf(type))).toBe(true);
    expect(flatten(type)).toBeUndefined();
  });
});
