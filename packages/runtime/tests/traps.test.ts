import { describe, expect, it } from '@jest/globals';
import { Component, Linker, Trap, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, compileText, errorOf, instantiate, rejectionOf, trapOf } from './components.js';

const traps = Component.compileSync(guestFile('traps/traps.wasm'));

describe('a guest that traps', () => {
  it.each<[string, unknown[], string, string]>([
    ['unreachable', [], 'unreachable', 'wasm trap: unreachable'],
    ['out-of-bounds', [], 'memory-out-of-bounds', 'wasm trap: memory access out of bounds'],
    ['divide', [1, 0], 'integer-divide-by-zero', 'wasm trap: divide by zero'],
    ['divide', [-(2 ** 31), -1], 'integer-overflow', 'wasm trap: divide result unrepresentable'],
    ['stack-overflow', [], 'stack-overflow', 'wasm trap: call stack exhausted'],
    [
      'null-function',
      [],
      'indirect-call-type-mismatch',
      'wasm trap: null function or function signature mismatch',
    ],
    ['wild-string', [], 'string-out-of-bounds', 'wasm trap: string pointer/length out of bounds of memory'],
  ])('by %s%j ends in a trap with a code, and is not entered again', (name, args, code, message) => {
    const instance = instantiate(traps);
    const trap = trapOf(() => call(instance, name, ...args));
    expect(trap).toBeInstanceOf(WebAssembly.RuntimeError);
    expect(trap.name).toBe('Trap');
    expect({ code: trap.code, message: trap.message }).toEqual({ code, message });
    const after = trapOf(() => call(instance, 'double', 2));
    expect({ code: after.code, message: after.message }).toEqual({
      code: 'cannot-enter',
      message: 'cannot enter component instance',
    });
    expect(after.cause).toBe(trap);
    expect(trapOf(() => call(instance, name, ...args)).cause).toBe(trap);
  });

  it('keeps the trap of the engine as the cause', () => {
    const { cause } = trapOf(() => call(instantiate(traps), 'unreachable'));
    expect(cause).toBeInstanceOf(WebAssembly.RuntimeError);
    expect(cause).not.toBeInstanceOf(Trap);
  });

  it('leaves other instances of the same InstancePre as they were', () => {
    const pre = new Linker().instantiatePre(traps);
    const [trapped, before] = [pre.instantiateSync(), pre.instantiateSync()];
    trapOf(() => call(trapped, 'unreachable'));
    expect(call(before, 'double', 2)).toBe(4);
    expect(call(pre.instantiateSync(), 'double', 2)).toBe(4);
  });

  it('is not broken by an argument that is wrong', () => {
    const instance = instantiate(traps);
    expect(errorOf(() => call(instance, 'double', 'two'))).toBe(
      'TypeError: double: number: "two" is not a u32',
    );
    expect(call(instance, 'double', 2)).toBe(4);
  });
});

describe('a trap in a start function', () => {
  const component = compileText(`(component
    (core module $m (func $start unreachable) (start $start))
    (core instance (instantiate $m)))`);

  it('ends the instantiation', async () => {
    const pre = new Linker().instantiatePre(component);
    expect(trapOf(() => pre.instantiateSync()).code).toBe('unreachable');
    expect(await rejectionOf(pre.instantiate())).toBe('Trap: wasm trap: unreachable');
    expect(await rejectionOf(new Linker().instantiate(component))).toBe('Trap: wasm trap: unreachable');
  });

  it('can come from the host, whose error is the cause', async () => {
    const calling = compileText(`(component
      (import "f" (func $f))
      (core func $f (canon lower (func $f)))
      (core module $m (import "" "f" (func $f)) (start $f))
      (core instance (instantiate $m (with "" (instance (export "f" (func $f)))))))`);
    const mistake = new Error('not today');
    const linker = new Linker().define({
      f: () => {
        throw mistake;
      },
    });
    expect(trapOf(() => linker.instantiatePre(calling).instantiateSync()).cause).toBe(mistake);
    await expect(linker.instantiate(calling)).rejects.toHaveProperty('cause', mistake);
  });
});

describe('a guest that is entered again while it calls the host', () => {
  /** `run` calls the host's `f`; `again` returns 1. */
  const component = compileText(`(component
    (import "f" (func $f))
    (core func $f (canon lower (func $f)))
    (core module $m
      (import "" "f" (func $f))
      (func (export "run") (call $f))
      (func (export "again") (result i32) (i32.const 1)))
    (core instance $i (instantiate $m (with "" (instance (export "f" (func $f))))))
    (func (export "run") (canon lift (core func $i "run")))
    (func (export "again") (result u32) (canon lift (core func $i "again"))))`);

  it('traps, and is broken by a trap that goes through it', () => {
    const instance: Instance = instantiate(component, { f: () => call(instance, 'again') });
    expect(errorOf(() => call(instance, 'run'))).toBe('Trap: cannot enter component instance');
    expect(errorOf(() => call(instance, 'again'))).toBe('Trap: cannot enter component instance');
  });

  it('works on if the host does not pass that on', () => {
    const seen: string[] = [];
    const instance: Instance = instantiate(component, {
      f: () => void seen.push(errorOf(() => call(instance, 'again'))),
    });
    call(instance, 'run');
    expect(seen).toEqual(['Trap: cannot enter component instance']);
    expect(call(instance, 'again')).toBe(1);
  });

  it('does not keep other instances from being entered', () => {
    const other = instantiate(component, { f: () => undefined });
    const seen: unknown[] = [];
    const instance = instantiate(component, { f: () => void seen.push(call(other, 'again')) });
    call(instance, 'run');
    expect(seen).toEqual([1]);
  });

  it('breaks with another instance that its import breaks', () => {
    const other = instantiate(traps);
    const instance = instantiate(component, { f: () => call(other, 'unreachable') });
    const trap = trapOf(() => call(instance, 'run'));
    expect(trap.code).toBe('unreachable');
    expect(trapOf(() => call(instance, 'again')).cause).toBe(trap);
    expect(trapOf(() => call(other, 'double', 1)).cause).toBe(trap);
  });
});

describe('what a guest returns that no value stands for', () => {
  it.each<[string, string, string]>([
    ['(result char)', '(result i32) (i32.const 0xd800)', 'invalid-char'],
    ['(result $a-or-b)', '(result i32) (i32.const 2)', 'invalid-discriminant'],
    ['(result (list u32))', '(result i32) (i32.const 0)', 'pointer-unaligned'],
    ['(result (list u8))', '(result i32) (i32.const 8)', 'list-out-of-bounds'],
    ['(result string)', '(result i32) (i32.const 16)', 'string-encoding'],
    ['(result string)', '(result i32) (i32.const 65532)', 'pointer-out-of-bounds'],
    ['(result string)', '(result i32) (i32.const 2)', 'pointer-unaligned'],
  ])('traps: %s from %s', (type, body, code) => {
    const instance = instantiate(`(component
      (core module $m
        (memory (export "mem") 1)
        (data (i32.const 0) "\\01\\00\\00\\00\\01\\00\\00\\00" "\\00\\00\\01\\00\\01\\00\\00\\00" "\\20\\00\\00\\00\\01\\00\\00\\00")
        (data (i32.const 32) "\\ff")
        (func (export "f") ${body}))
      (core instance $i (instantiate $m))
      (type $e (enum "a" "b"))
      (export $a-or-b "a-or-b" (type $e))
      (func (export "f") ${type} (canon lift (core func $i "f") (memory (core memory $i "mem")))))`);
    const trap = trapOf(() => call(instance, 'f'));
    expect(trap.code).toBe(code);
    expect(trap.message).toMatch(/./);
    expect(errorOf(() => call(instance, 'f'))).toBe('Trap: cannot enter component instance');
  });
});
