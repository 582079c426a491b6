import { describe, expect, it } from '@jest/globals';
import { camelCase, pascalCase } from '../src/names/case.js';
import { describeFunc, describeType } from '../src/types/print.js';
import type { ValType } from '../src/types/val-type.js';
import {
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
  string,
  tuple,
  u32,
  u8,
  variant,
} from '@wit-bindgen-ts/runtime/codegen/v1';

describe('describeType', () => {
  const cart = { kind: 'resource', name: 'cart', index: 0 } as const;
  it.each<[ValType, string]>([
    [u32, 'u32'],
    [{ kind: 'error-context' }, 'error-context'],
    [record({ id: u32, 'unit-price': f64 }), 'record { id: u32, unit-price: f64 }'],
    [variant({ circle: f64, none: null }), 'variant { circle(f64), none }'],
    [enumOf('red', 'green'), 'enum { red, green }'],
    [flags('read', 'write'), 'flags { read, write }'],
    [tuple(u8, char), 'tuple<u8, char>'],
    [list(string), 'list<string>'],
    [list(u8, 4), 'list<u8, 4>'],
    [map(string, u32), 'map<string, u32>'],
    [option(option(u8)), 'option<option<u8>>'],
    [result(null, null), 'result'],
    [result(u32, null), 'result<u32>'],
    [result(null, string), 'result<_, string>'],
    [result(u32, string), 'result<u32, string>'],
    [{ kind: 'own', resource: cart }, 'own<cart>'],
    [{ kind: 'borrow', resource: cart }, 'borrow<cart>'],
    [{ kind: 'stream', element: u8 }, 'stream<u8>'],
    [{ kind: 'future' }, 'future'],
  ])('prints %j', (type, text) => {
    expect(describeType(type)).toBe(text);
  });

  it('leaves out what goes beyond the limit', () => {
    expect(describeType(list(record({ first: u32, second: u32 })), 24)).toBe('list<record { first: u32…');
  });

  it('prints a type that doubles a hundred times', () => {
    let type: ValType = u8;
    for (let depth = 0; depth < 100; depth++) type = tuple(type, type);
    expect(describeType(type)).toHaveLength(1001);
  });
});

describe('describeFunc', () => {
  it('prints parameters and result', () => {
    expect(describeFunc(func({ name: string }, result(u32, string)))).toBe(
      'func(name: string) -> result<u32, string>',
    );
  });

  it('prints a function without either', () => {
    expect(describeFunc(func({}))).toBe('func()');
  });

  it('prints an async function', () => {
    expect(describeFunc({ ...func({}, u32), async: true })).toBe('async func() -> u32');
  });
});

describe('labels in JavaScript', () => {
  it.each([
    ['get', 'get', 'Get'],
    ['get-URL', 'getUrl', 'GetUrl'],
    ['HTTP-status', 'httpStatus', 'HttpStatus'],
    ['a-b2-c', 'aB2C', 'AB2C'],
  ])('spells %s as %s and %s', (label, camel, pascal) => {
    expect(camelCase(label)).toBe(camel);
    expect(pascalCase(label)).toBe(pascal);
  });
});
