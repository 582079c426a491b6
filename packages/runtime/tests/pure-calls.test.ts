import { describe, expect, it } from '@jest/globals';
import { ComponentError } from '@wit-bindgen-ts/runtime';
import { call, errorOf, instantiate } from './components.js';

/** Functions whose arguments are core values and nothing else. */
const guest = `(component
  (core module $m
    (memory (export "mem") 1)
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (func (export "bits") (param i32) (result i32) (local.get 0))
    (func (export "joined") (param i32 i64) (result i64) (local.get 1))
    (func (export "check") (param i32 i32) (result i32)
      (if (i32.eq (local.get 1) (i32.const 13)) (then (unreachable)))
      (i32.store8 (i32.const 0) (local.get 0))
      (i32.store (i32.const 4) (local.get 1))
      (i32.const 0)))
  (core instance $i (instantiate $m))
  (type $pair' (record (field "a" u32) (field "b" u32)))
  (export $pair "pair" (type $pair'))
  (type $modes' (flags "read" "write" "run"))
  (export $modes "modes" (type $modes'))
  (type $either' (variant (case "small" f32) (case "large" u64) (case "none")))
  (export $either "either" (type $either'))
  (func (export "add") (param "pair" $pair) (result u32) (canon lift (core func $i "add")))
  (func (export "bits") (param "modes" $modes) (result u32) (canon lift (core func $i "bits")))
  (func (export "joined") (param "either" $either) (result u64) (canon lift (core func $i "joined")))
  (func (export "check") (param "result" (result u32 (error u32))) (result (result u32 (error u32)))
    (canon lift (core func $i "check") (memory $i "mem"))))`;

describe('a call whose arguments are nothing but core values', () => {
  it('can be made while the arguments of another one are read', () => {
    const instance = instantiate(guest);
    const pair = {
      a: 1,
      get b() {
        return call(instance, 'add', { a: 10, b: 20 });
      },
    };
    expect(call(instance, 'add', pair)).toBe(31);
    expect(call(instance, 'add', { a: 1, b: 2 })).toBe(3);
  });

  it('says what is wrong with an argument as any other call does', () => {
    const instance = instantiate(guest);
    expect(errorOf(() => call(instance, 'add', { a: 1, b: -1 }))).toBe(
      'TypeError: add: pair.b: -1 is not a u32',
    );
    expect(errorOf(() => call(instance, 'add', { a: 1 }))).toBe(
      'TypeError: add: pair.b: missing, expected a u32',
    );
    expect(errorOf(() => call(instance, 'add', { a: 1, b: 2 }, 3))).toBe(
      'TypeError: add: takes 1 argument, not 2',
    );
    expect(errorOf(() => call(instance, 'bits', { read: 1 }))).toBe(
      'TypeError: bits: modes.read: 1 is not a bool',
    );
    expect(call(instance, 'add', { a: 1, b: 2 })).toBe(3);
  });

  it('goes on after an argument that throws when it is read', () => {
    const instance = instantiate(guest);
    const broken = {
      a: 1,
      get b(): number {
        throw new Error('unreadable');
      },
    };
    expect(errorOf(() => call(instance, 'add', broken))).toBe('Error: unreadable');
    expect(call(instance, 'add', { a: 1, b: 2 })).toBe(3);
  });

  it.each<[object, number]>([
    [{}, 0],
    [{ read: true, write: true, run: true }, 7],
    [{ read: true, write: undefined, run: true }, 5],
    [{ run: true }, 4],
    [{ run: true, read: true }, 5],
    [Object.assign(Object.create({ read: true }) as object, { write: true }), 3],
    [Object.assign(Object.create(null) as object, { read: true }), 1],
  ])('takes the flags %j', (modes, bits) => {
    expect(call(instantiate(guest), 'bits', modes)).toBe(bits);
  });

  it.each<[object, bigint]>([
    [{ tag: 'small', val: 1.5 }, 0x3fc0_0000n],
    [{ tag: 'large', val: 2n ** 64n - 1n }, 2n ** 64n - 1n],
    [{ tag: 'none' }, 0n],
  ])('joins the payloads of a variant: %o', (either, core) => {
    const instance = instantiate(guest);
    call(instance, 'joined', { tag: 'large', val: 5n });
    expect(call(instance, 'joined', either)).toBe(core);
  });

  it('throws an err, and breaks the instance where it traps', () => {
    const instance = instantiate(guest);
    expect(call(instance, 'check', { tag: 'ok', val: 5 })).toBe(5);
    expect(() => call(instance, 'check', { tag: 'err', val: 6 })).toThrow(ComponentError);
    expect(errorOf(() => call(instance, 'check', { tag: 'ok', val: 13 }))).toMatch(
      /^Trap: wasm trap: unreachable/,
    );
    expect(errorOf(() => call(instance, 'check', { tag: 'ok', val: 5 }))).toBe(
      'Trap: cannot enter component instance',
    );
  });
});
