/** Which trap comes of values that more than one thing is wrong with: the one that the standard looks for first. */
import { describe, expect, it } from '@jest/globals';
import {
  char,
  func,
  list,
  map,
  record,
  string,
  tuple,
  u16,
  u32,
  u8,
  variant,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import type { CoreValue, StringEncoding } from '../src/abi/context.js';
import { loadString } from '../src/abi/lift/strings.js';
import { functionPlanOf } from '../src/abi/plan/function-plan.js';
import { paramsLifter, resultLowerer } from '../src/abi/values.js';
import type { ValType } from '../src/types/val-type.js';
import { FakeGuest } from './abi-guest.js';
import { liftFlat, lowerFlat, trapOf } from './abi-values.js';
import { call, compileText, instantiate, trapOf as trapOfCall } from './components.js';

const listTooLong = (length: number): string =>
  `list-too-long: wasm trap: list of ${length} elements is too long`;
const listOutside = 'list-out-of-bounds: wasm trap: list pointer/length out of bounds of memory';
const unaligned = 'pointer-unaligned: wasm trap: unaligned pointer';
const outside = 'pointer-out-of-bounds: wasm trap: pointer out of bounds of memory';
const stringOutside = 'string-out-of-bounds: wasm trap: string pointer/length out of bounds of memory';
const stringTooLong = (bytes: number): string =>
  `string-too-long: wasm trap: string of ${bytes} bytes is too long`;
const invalidChar = 'invalid-char: wasm trap: invalid `char` bit pattern';
const invalidDiscriminant = 'invalid-discriminant: wasm trap: invalid variant discriminant';

describe('the first thing that is wrong is told', () => {
  // The memory has 65536 bytes.
  it.each<[StringEncoding, number, number, string]>([
    ['utf8', 65537, 2 ** 28, stringTooLong(2 ** 28)],
    ['utf8', 0, 2 ** 28 - 1, stringOutside],
    ['utf16', 1, 2 ** 27, stringTooLong(2 ** 28)],
    ['utf16', 1, 2 ** 27 - 1, unaligned],
    ['utf16', 2, 2 ** 27 - 1, stringOutside],
    ['latin1+utf16', 1, 2 ** 28, stringTooLong(2 ** 28)],
    ['latin1+utf16', 1, 2 ** 28 - 1, unaligned],
    ['latin1+utf16', 1, 2 ** 31 + 2 ** 27, stringTooLong(2 ** 28)],
    ['latin1+utf16', 1, 2 ** 31 + 2 ** 27 - 1, unaligned],
    ['latin1+utf16', 0, 2 ** 31 + 2 ** 27 - 1, stringOutside],
  ])('of a string in %s at %i with the length %i', (encoding, pointer, length, trap) => {
    expect(trapOf(() => loadString(new FakeGuest(encoding), pointer, length))).toBe(trap);
  });

  it.each<[string, ValType, number, number, string]>([
    ['list<u8>', list(u8), 65537, 2 ** 28, listTooLong(2 ** 28)],
    ['list<u8>', list(u8), 0, 2 ** 28 - 1, listOutside],
    ['list<u32>', list(u32), 1, 2 ** 26, listTooLong(2 ** 26)],
    ['list<u32>', list(u32), 1, 2 ** 26 - 1, unaligned],
    ['list<u32>', list(u32), 4, 2 ** 26 - 1, listOutside],
    ['list<tuple<u8, u16>>', list(tuple(u8, u16)), 1, 2 ** 26, listTooLong(2 ** 26)],
    ['list<tuple<u8, u16>>', list(tuple(u8, u16)), 1, 2 ** 26 - 1, unaligned],
    ['list<list<u8, 1000>>', list(list(u8, 1000)), 0, 268_436, listTooLong(268_436)],
    ['list<list<u8, 1000>>', list(list(u8, 1000)), 0, 268_435, listOutside],
    ['map<u16, string>', map(u16, string), 2, 2 ** 25, listTooLong(2 ** 25)],
    ['map<u16, string>', map(u16, string), 2, 20_000_000, unaligned],
    ['map<u16, string>', map(u16, string), 4, 20_000_000, listOutside],
    ['an empty list<u32>', list(u32), 65538, 0, unaligned],
    ['an empty list<u32>', list(u32), 65540, 0, listOutside],
    ['an empty list<u8>', list(u8), 65537, 0, listOutside],
    ['an empty map<u32, u32>', map(u32, u32), 65538, 0, unaligned],
    ['a list<char> that is read to the end only then', list(char), 0, 16385, listOutside],
  ])('of %s: %#', (_type, type, pointer, length, trap) => {
    const guest = new FakeGuest();
    guest.write(0, [0, 0xd8, 0, 0]);
    expect(trapOf(() => liftFlat(type, [pointer, length], guest))).toBe(trap);
  });

  it('nothing is wrong with what is empty at the very end of memory', () => {
    expect(liftFlat(list(u32), [65536, 0])).toEqual(new Uint32Array(0));
    expect(liftFlat(map(u32, u32), [65536, 0])).toEqual(new Map());
    expect(liftFlat(list(string), [65536, 0])).toEqual([]);
    expect(loadString(new FakeGuest('utf16'), 65536, 0)).toBe('');
  });

  it.each<[string, ValType, CoreValue[], string]>([
    ['a record', record({ a: char, b: list(u32) }), [0xd800, 1, 0], invalidChar],
    ['a record', record({ a: list(u32), b: char }), [1, 0, 0xd800], unaligned],
    ['a tuple', tuple(list(u32), string), [1, 0, 65537, 0], unaligned],
    ['a tuple', tuple(string, list(u32)), [65537, 0, 1, 0], stringOutside],
    ['a fixed-length list', list(char, 2), [0x110000, 0xd800], invalidChar],
    ['a variant', variant({ a: char, b: string }), [2, 0xd800, 0], invalidDiscriminant],
    ['a variant', variant({ a: char, b: string }), [0, 0xd800, 0], invalidChar],
    ['a variant', variant({ a: char, b: string }), [1, 65537, 0], stringOutside],
  ])('in the order of its parts, of %s: %#', (_what, type, core, trap) => {
    expect(trapOf(() => liftFlat(type, core))).toBe(trap);
  });

  const many = functionPlanOf(func({ p: list(u32, 17) }));
  it.each<[number, string]>([
    [65537, unaligned],
    [65536 - 66, unaligned],
    [65536 - 64, outside],
    [-4, outside],
    [-2, unaligned],
  ])('of parameters in memory at %i', (pointer, trap) => {
    expect(trapOf(() => paramsLifter(many)(new FakeGuest(), [pointer]))).toBe(trap);
  });

  it.each<[number, string]>([
    [65537, unaligned],
    [65534, unaligned],
    [65532, outside],
  ])('of a result that is to be stored at %i: before anything is allocated', (pointer, trap) => {
    const guest = new FakeGuest();
    expect(trapOf(() => resultLowerer(functionPlanOf(func({}, string))).lower(guest, 'abc', [pointer]))).toBe(
      trap,
    );
    expect(guest.calls).toEqual([]);
  });

  it('memory is allocated for a list before its elements, and for these in their order', () => {
    const guest = new FakeGuest();
    lowerFlat(
      tuple(string, list(tuple(string, list(u16)))),
      [
        'abc',
        [
          ['d', [1]],
          ['', []],
        ],
      ],
      guest,
    );
    expect(guest.trace).toEqual([
      '0, 0, 1, 3',
      '0, 0, 4, 32',
      '0, 0, 1, 1',
      '0, 0, 2, 2',
      '0, 0, 1, 0',
      '0, 0, 2, 0',
    ]);
  });
});

describe('between two guests', () => {
  interface Guests {
    /** What the callee does with two strings, in core code. */
    readonly take?: string;
    readonly realloc?: string;
    readonly postReturn?: string;
    /** Two strings and where the result goes, in core code. */
    readonly pass: string;
  }

  const good = '(i32.const 16) (i32.const 1)';
  const bad = '(i32.const 65537) (i32.const 0)';
  const badResult = '(i32.store (i32.const 0) (i32.const 65537)) (i32.const 0)';

  function codeOf({
    take = '(i32.const 0)',
    realloc = '(i32.const 64)',
    postReturn = '',
    pass,
  }: Guests): string {
    const instance = instantiate(
      compileText(`(component
        (component $Callee
          (core module $M
            (memory (export "mem") 1)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) ${realloc})
            (func (export "take") (param i32 i32 i32 i32) (result i32) ${take})
            (func (export "post") (param i32) ${postReturn}))
          (core instance $m (instantiate $M))
          (func (export "take") (param "a" string) (param "b" string) (result string)
            (canon lift (core func $m "take") (memory (core memory $m "mem")) (realloc (core func $m "realloc"))
              (post-return (core func $m "post")))))
        (component $Caller
          (import "take" (func $take (param "a" string) (param "b" string) (result string)))
          (core module $Libc
            (memory (export "mem") 1)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 32)))
          (core instance $libc (instantiate $Libc))
          (core func $take (canon lower (func $take) (memory (core memory $libc "mem"))
            (realloc (core func $libc "realloc"))))
          (core module $M
            (import "" "take" (func $take (param i32 i32 i32 i32 i32)))
            (func (export "pass") (call $take ${pass})))
          (core instance $m (instantiate $M (with "" (instance (export "take" (func $take))))))
          (func (export "pass") (canon lift (core func $m "pass"))))
        (instance $callee (instantiate $Callee))
        (instance $caller (instantiate $Caller (with "take" (func $callee "take"))))
        (export "pass" (func $caller "pass")))`),
    );
    return trapOfCall(() => call(instance, 'pass')).code;
  }

  it('all arguments are lifted before one is lowered', () => {
    const realloc = 'unreachable';
    expect(codeOf({ realloc, pass: `${good} ${bad} (i32.const 8)` })).toBe('string-out-of-bounds');
    expect(codeOf({ realloc, pass: `${good} ${good} (i32.const 8)` })).toBe('unreachable');
  });

  it('where the result goes is looked at once the result is lifted, and before post-return', () => {
    const postReturn = 'unreachable';
    const pass = `${good} ${good} (i32.const 65535)`;
    expect(codeOf({ take: badResult, postReturn, pass })).toBe('string-out-of-bounds');
    expect(codeOf({ take: 'unreachable', pass })).toBe('unreachable');
    expect(codeOf({ postReturn, pass })).toBe('pointer-unaligned');
    expect(codeOf({ postReturn, pass: `${good} ${good} (i32.const 8)` })).toBe('unreachable');
  });

  it('whether the callee can be entered is asked before the arguments are lifted', () => {
    const instance = instantiate(`(component $Outer
      (core module $Libc
        (memory (export "mem") 1)
        (func (export "take") (param i32 i32))
        (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable))
      (core instance $libc (instantiate $Libc))
      (func $take (param "text" string)
        (canon lift (core func $libc "take") (memory (core memory $libc "mem")) (realloc (core func $libc "realloc"))))
      (core func $take' (canon lower (func $take) (memory (core memory $libc "mem"))))
      (core module $M
        (import "" "take" (func $take (param i32 i32)))
        (func (export "again") (call $take ${bad})))
      (core instance $m (instantiate $M (with "" (instance (export "take" (func $take'))))))
      (func (export "again") (canon lift (core func $m "again"))))`);
    expect(trapOfCall(() => call(instance, 'again')).code).toBe('cannot-enter');
  });
});
