/** What is decided about a type, as generators of bindings get it. */
import { describe, expect, it } from '@jest/globals';
import { functionPlanOf, valuePlanOf } from '@wit-bindgen-ts/runtime/abi';
import {
  borrow,
  enumOf,
  f32,
  f64,
  flags,
  func,
  future,
  list,
  map,
  option,
  own,
  record,
  resource,
  result,
  string,
  u32,
  u64,
  u8,
  variant,
} from '@wit-bindgen-ts/runtime/codegen/v1';

describe('the plan of a value', () => {
  it('has the fields of a record at their places, with their names in JavaScript', () => {
    expect(valuePlanOf(record({ 'first-id': u8, URL: string, 'a-1': u8, a1: u64 }))).toMatchObject({
      kind: 'record',
      address: 'i32',
      size: 24,
      alignment: 8,
      flat: ['i32', 'i32', 'i32', 'i32', 'i64'],
      fields: [
        { name: 'first-id', key: 'firstId', offset: 0, value: { kind: 'scalar', name: 'u8' } },
        { name: 'URL', key: 'url', offset: 4, value: { kind: 'string' } },
        { name: 'a-1', key: 'a-1', offset: 12, value: { kind: 'scalar', name: 'u8' } },
        { name: 'a1', key: 'a1', offset: 16, value: { kind: 'scalar', name: 'u64' } },
      ],
    });
  });

  it('tells how the payloads of a variant stand in the joined core values', () => {
    expect(valuePlanOf(variant({ a: u64, b: f32, c: string, d: null, e: f64, f: u8 }))).toMatchObject({
      kind: 'variant',
      shape: 'tagged',
      discriminantSize: 1,
      payloadOffset: 8,
      flat: ['i32', 'i64', 'i32'],
      cases: [
        { name: 'a', coercions: [undefined], padding: ['i32'] },
        { name: 'b', coercions: ['f32-in-i64'], padding: ['i32'] },
        { name: 'c', coercions: ['i32-in-i64', undefined], padding: [] },
        { name: 'd', payload: undefined, coercions: [], padding: ['i64', 'i32'] },
        { name: 'e', coercions: ['f64-in-i64'], padding: ['i32'] },
        { name: 'f', coercions: ['i32-in-i64'], padding: ['i32'] },
      ],
    });
    expect(valuePlanOf(result(u32, f32))).toMatchObject({
      cases: [{ coercions: [undefined] }, { coercions: ['f32-in-i32'] }],
    });
  });

  it('tells an option that is the value itself from one that holds another', () => {
    const plain = valuePlanOf(option(u8));
    expect(plain).toMatchObject({ kind: 'variant', shape: 'plain-option' });
    expect(valuePlanOf(option(option(u8)))).toMatchObject({
      kind: 'variant',
      shape: 'tagged',
      cases: [{ name: 'none' }, { name: 'some', payload: { shape: 'plain-option' } }],
    });
  });

  it('tells a list of numbers from other lists, and what an element takes', () => {
    expect(valuePlanOf(list(u32))).toMatchObject({ kind: 'list', numeric: 'u32', elementCost: 4 });
    const text = valuePlanOf(string);
    expect(valuePlanOf(list(string))).toMatchObject({
      kind: 'list',
      element: text,
      numeric: undefined,
      elementCost: text.cost,
      countedSize: 8,
    });
    expect(valuePlanOf(list(u8, 3))).toMatchObject({
      kind: 'fixed-length-list',
      length: 3,
      numeric: 'u8',
      elementCost: valuePlanOf(u8).cost,
    });
  });

  it('measures lists in a memory with 64-bit addresses as in one with 32-bit addresses', () => {
    expect(valuePlanOf(list(string), 'i64')).toMatchObject({ element: { size: 16 }, countedSize: 8 });
    expect(valuePlanOf(map(u8, string), 'i64')).toMatchObject({
      kind: 'map',
      address: 'i64',
      flat: ['i64', 'i64'],
      entry: { size: 24, alignment: 8, valueOffset: 8, countedSize: 12 },
    });
  });

  it('has the names of enums and the keys of flags', () => {
    expect(valuePlanOf(enumOf('dark-red', 'green'))).toMatchObject({
      kind: 'enum',
      discriminantSize: 1,
      names: ['dark-red', 'green'],
    });
    expect(valuePlanOf(flags('can-read', ...Array.from({ length: 8 }, (_, i) => `f${i}`)))).toMatchObject({
      kind: 'flags',
      wordSize: 2,
      keys: ['canRead', 'f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'],
    });
  });

  it('is there for what cannot cross yet', () => {
    expect(valuePlanOf(future(u8))).toMatchObject({ kind: 'async', name: 'future', size: 4, flat: ['i32'] });
  });

  it('has no core values where there are too many', () => {
    expect(valuePlanOf(list(u8, 17))).toMatchObject({ size: 17, flat: undefined });
  });
});

describe('the plan of a function', () => {
  const cart = resource('cart');

  it('has its parameters, and whether handles are among them', () => {
    expect(functionPlanOf(func({ 'my-cart': borrow(cart), n: u32 }, u64))).toMatchObject({
      params: { list: [{ name: 'my-cart', key: 'myCart' }, { key: 'n' }], flat: ['i32', 'i32'] },
      result: { value: { kind: 'scalar' }, flat: ['i64'] },
      borrows: true,
      takesOver: false,
    });
    expect(functionPlanOf(func({ carts: list(own(cart)) }))).toMatchObject({
      result: undefined,
      borrows: false,
      takesOver: true,
    });
  });

  it('tells which values go through memory', () => {
    expect(functionPlanOf(func({ a: u8, b: list(u32, 16) }, string))).toMatchObject({
      params: { flat: undefined, size: 68, alignment: 4, list: [{ offset: 0 }, { offset: 4 }] },
      result: { flat: undefined, value: { size: 8, alignment: 4 } },
    });
  });
});
