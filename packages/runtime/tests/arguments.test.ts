import { describe, expect, it } from '@jest/globals';
import { call, compileText, errorOf, funcAt, instantiate, libc, thrownBy, trapOf } from './components.js';
import { echoing } from './echoing.js';

describe('a wrong argument', () => {
  const instance = instantiate(echoing('$record'), { echo: (given: unknown) => given });

  it.each<[unknown[], string]>([
    [[], 'echo: value: undefined is not a record { the-id: u32, name: string, note: option<string> }'],
    [[5], 'echo: value: 5 is not a record { the-id: u32, name: string, note: option<string> }'],
    [[{}], 'echo: value.theId: missing, expected a u32'],
    [[{ 'the-id': 1, name: '' }], 'echo: value.theId: missing, expected a u32'],
    [[{ theId: 4294967296, name: '' }], 'echo: value.theId: 4294967296 is not a u32'],
    [[{ theId: 1, name: '', note: 5 }], 'echo: value.note: 5 is not a string'],
    [[{ theId: 1, name: '' }, 2], 'echo: takes 1 argument, not 2'],
    [[{ theId: 1, name: '' }, undefined], 'echo: takes 1 argument, not 2'],
  ])('%j is refused', (args, message) => {
    expect(errorOf(() => call(instance, 'echo', ...args))).toBe(`TypeError: ${message}`);
    // The guest was not entered, and works on.
    expect(call(instance, 'echo', { theId: 1, name: 'a' })).toMatchObject({ name: 'a' });
  });

  it('that the host returns is refused, and breaks the guest', () => {
    const wrong = instantiate(echoing('(list u8)'), { echo: () => [1, 256] });
    const trap = trapOf(() => call(wrong, 'echo', [1]));
    expect(trap.message).toBe('host error: TypeError: echo: result[1]: 256 is not a u8');
    expect(trap.cause).toMatchObject({ name: 'TypeError', message: 'echo: result[1]: 256 is not a u8' });
    expect(errorOf(() => call(wrong, 'echo', [1]))).toBe('Trap: cannot enter component instance');
  });

  it('that throws when it is read is thrown on, and breaks nothing', () => {
    const broken = {
      theId: 1,
      get name(): string {
        throw new Error('unreadable');
      },
    };
    expect(errorOf(() => call(instance, 'echo', broken))).toBe('Error: unreadable');
    expect(call(instance, 'echo', { theId: 1, name: 'a' })).toMatchObject({ name: 'a' });
  });

  it('that changes when it is read again breaks nothing', () => {
    let reads = 0;
    const changing = {
      theId: 1,
      get name(): unknown {
        return reads++ === 0 ? 'a' : 5;
      },
    };
    expect(thrownBy(() => call(instance, 'echo', changing))).toBeInstanceOf(TypeError);
    expect(call(instance, 'echo', { theId: 1, name: 'a' })).toMatchObject({ name: 'a' });
  });

  it('that calls the guest while it is checked cannot bring a broken instance back', () => {
    const fragile = instantiate(
      `(component ${libc}
        (core module $m (func (export "trap") unreachable) (func (export "f") (param i32 i32)))
        (core instance $i (instantiate $m))
        (func (export "trap") (canon lift (core func $i "trap")))
        (func (export "f") (param "r" (tuple u8 u8)) (canon lift (core func $i "f"))))`,
    );
    const trapping = {
      length: 2,
      get 0(): number {
        errorOf(() => call(fragile, 'trap'));
        return 1;
      },
      1: 2,
    };
    expect(errorOf(() => call(fragile, 'f', trapping))).toBe('Trap: cannot enter component instance');
    expect(errorOf(() => call(fragile, 'f', [1, 2]))).toBe('Trap: cannot enter component instance');
  });
});

describe('a function', () => {
  it('has its type', () => {
    expect(funcAt(instantiate(echoing('u8'), { echo: one }), 'echo').type).toEqual({
      kind: 'func',
      async: false,
      params: [{ name: 'value', type: { kind: 'u8' } }],
      result: { kind: 'u8' },
    });
  });

  it('with more than 16 flat parameters gets them through memory', () => {
    const params = Array.from({ length: 17 }, (_, i) => `(param "p${i}" u8)`).join(' ');
    const component = compileText(`(component ${libc}
      (core module $m
        (import "" "mem" (memory 1))
        (func (export "last") (param i32) (result i32) (i32.load8_u offset=16 (local.get 0))))
      (core instance $i (instantiate $m (with "" (instance $libc))))
      (func (export "last") ${params} (result u8) (canon lift (core func $i "last") (memory $mem) (realloc $realloc))))`);
    expect(call(instantiate(component), 'last', ...Array.from({ length: 17 }, (_, i) => i))).toBe(16);
  });

  it('that is imported and exported again is the host’s own', () => {
    const component = compileText('(component (import "f" (func $f (result u32))) (export "g" (func $f)))');
    expect(call(instantiate(component, { f: one }), 'g')).toBe(1);
  });
});

function one(): number {
  return 1;
}
