import { describe, expect, it } from '@jest/globals';
import { Component, ComponentError, type Deferred, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, dispose, disposeOf, errorOf, funcAt, instantiate, thrownBy, trapOf } from './components.js';

const allocations = Component.compileSync(guestFile('allocations/allocations.wasm'));

describe('a deferred call', () => {
  it('shows lists of numbers where the guest has them, at any depth', () => {
    const deferred = callDeferred(instantiate(allocations), 'make-parcel', 3);
    const { weights, contents } = deferred.value as { weights: Uint32Array; contents: string[] };
    expect(contents).toEqual(['word 0', 'word 1', 'word 2']);
    expect([...weights]).toHaveLength(3);
    // A view is a part of something larger.
    expect(weights.buffer.byteLength).toBeGreaterThanOrEqual(65536);
    expect(weights.byteLength).toBe(12);
    deferred.postReturn();
  });

  it.each([
    ['u8', Uint8Array],
    ['s8', Int8Array],
    ['u16', Uint16Array],
    ['s16', Int16Array],
    ['u32', Uint32Array],
    ['s32', Int32Array],
    ['u64', BigUint64Array],
    ['s64', BigInt64Array],
    ['f32', Float32Array],
    ['f64', Float64Array],
  ])('shows a list<%s> as the typed array that a call copies', (type, array) => {
    const instance = instantiate(`(component
      (core module $m
        (memory (export "mem") 1)
        (data (i32.const 0) "\\10\\00\\00\\00\\02\\00\\00\\00" "........" "\\01\\00\\00\\00\\02\\00\\00\\00\\03\\00\\00\\00\\04\\00\\00\\00")
        (func (export "f") (result i32) (i32.const 0)))
      (core instance $i (instantiate $m))
      (func (export "f") (result (list ${type})) (canon lift (core func $i "f") (memory (core memory $i "mem")))))`);
    const deferred = callDeferred(instance, 'f');
    const { value } = deferred;
    expect(value).toBeInstanceOf(array);
    expect((value as Uint8Array).buffer.byteLength).toBe(65536);
    deferred.postReturn();
    expect(call(instance, 'f')).toEqual(Reflect.construct(array, [value]));
  });

  it('runs post-return once, with what the function returned, when it is told to', () => {
    const instance = instantiate(allocations);
    const deferred = callDeferred(instance, 'make-numbers', 4);
    expect([...(deferred.value as Uint32Array)]).toEqual([0, 1, 2, 3]);
    deferred.postReturn();
    expect(errorOf(() => deferred.postReturn())).toBe(
      'TypeError: make-numbers: postReturn() was called before',
    );
    disposeOf(deferred);
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'calls')).toMatchObject([{ name: 'make-numbers', postReturns: 1 }]);
  });

  it('runs post-return when it is disposed of, once', () => {
    const instance = instantiate(allocations);
    const deferred = callDeferred(instance, 'make-numbers', 4);
    expect(typeof Reflect.get(deferred, dispose)).toBe('function');
    disposeOf(deferred);
    disposeOf(deferred);
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'calls')).toMatchObject([{ postReturns: 1 }]);
  });

  it('holds the instance until then, and says who does', () => {
    const instance = instantiate(allocations);
    const message = 'cannot enter component instance: `make-numbers` has not returned: call postReturn()';
    const deferred = callDeferred(instance, 'make-numbers', 4);
    for (const name of ['live', 'make-parcel', 'double']) {
      const trap = trapOf(() =>
        call(instance, name, ...(name === 'live' ? [] : [name === 'double' ? 1n : 1])),
      );
      expect({ code: trap.code, message: trap.message }).toEqual({ code: 'cannot-enter', message });
      expect(trap.cause).toBeUndefined();
    }
    expect(errorOf(() => callDeferred(instance, 'make-numbers', 1))).toBe(`Trap: ${message}`);
    deferred.postReturn();
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'double', 2n)).toBe(4n);
  });

  it('holds the instance without a post-return, and without a list', () => {
    const instance = instantiate(allocations);
    const deferred = callDeferred(instance, 'add', 1, 2);
    expect(deferred.value).toBe(3);
    expect(errorOf(() => call(instance, 'add', 1, 2))).toBe(
      'Trap: cannot enter component instance: `add` has not returned: call postReturn()',
    );
    deferred.postReturn();
    expect(call(instance, 'add', 1, 2)).toBe(3);
  });

  it('throws the error of a result when post-return has run, and holds nothing', () => {
    const instance = instantiate(allocations);
    const error = thrownBy(() => callDeferred(instance, 'try-strings', 0));
    expect(error).toBeInstanceOf(ComponentError);
    expect(error).toHaveProperty('payload', 'no words');
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'calls')).toMatchObject([{ name: 'try-strings', postReturns: 1 }]);
    const deferred = callDeferred(instance, 'try-strings', 1);
    expect(deferred.value).toEqual(['word 0']);
    deferred.postReturn();
  });

  it('copies the payload of an error', () => {
    const instance = erring(1);
    const error = thrownBy(() => callDeferred(instance, 'f')) as ComponentError<Uint8Array>;
    expect(error.payload).toEqual(Uint8Array.of(7, 8));
    expect(error.payload.buffer.byteLength).toBe(2);
    const fine = callDeferred(erring(0), 'f');
    expect((fine.value as Uint8Array).buffer.byteLength).toBe(65536);
    fine.postReturn();
  });

  it('checks its arguments, and enters nothing where they are wrong', () => {
    const instance = instantiate(allocations);
    expect(errorOf(() => callDeferred(instance, 'make-numbers', -1))).toBe(
      'TypeError: make-numbers: count: -1 is not a u32',
    );
    expect(call(instance, 'live')).toBe(0);
  });

  it('that cannot be lifted breaks the instance', () => {
    const instance = instantiate(`(component
      (core module $m (memory (export "mem") 1) (data (i32.const 0) "\\ff\\ff\\ff\\ff\\01\\00\\00\\00")
        (func (export "f") (result i32) (i32.const 0)))
      (core instance $i (instantiate $m))
      (func (export "f") (result (list u8)) (canon lift (core func $i "f") (memory (core memory $i "mem")))))`);
    const trap = trapOf(() => callDeferred(instance, 'f'));
    expect(trap.code).toBe('list-out-of-bounds');
    const after = trapOf(() => callDeferred(instance, 'f'));
    expect(after.message).toBe('cannot enter component instance');
    expect(after.cause).toBe(trap);
  });

  it('whose post-return traps breaks the instance', () => {
    const instance = instantiate(`(component
      (core module $m (func (export "f") (result i32) (i32.const 3)) (func (export "post") (param i32) unreachable))
      (core instance $i (instantiate $m))
      (func (export "f") (result u32) (canon lift (core func $i "f") (post-return (core func $i "post")))))`);
    const deferred = callDeferred(instance, 'f');
    const trap = trapOf(() => deferred.postReturn());
    expect(trap.code).toBe('unreachable');
    expect(trapOf(() => call(instance, 'f')).cause).toBe(trap);
    expect(trapOf(() => call(instance, 'f')).message).toBe('cannot enter component instance');
    disposeOf(deferred);
  });

  it('may not call out in its post-return', () => {
    const instance = instantiate(
      `(component
        (import "host" (func $host))
        (core func $host (canon lower (func $host)))
        (core module $m (import "" "host" (func $host))
          (func (export "f") (result i32) (i32.const 3)) (func (export "post") (param i32) (call $host)))
        (core instance $i (instantiate $m (with "" (instance (export "host" (func $host))))))
        (func (export "f") (result u32) (canon lift (core func $i "f") (post-return (core func $i "post")))))`,
      { host: () => undefined },
    );
    const deferred = callDeferred(instance, 'f');
    expect(errorOf(() => deferred.postReturn())).toBe('Trap: cannot leave component instance');
  });
});

describe('100 MB of a guest', () => {
  it('are read without a copy', () => {
    const size = 100_000_000;
    const pages = Math.ceil((size + 65536) / 65536);
    const instance = instantiate(`(component
      (core module $m
        (memory (export "mem") ${pages})
        (data (i32.const 65536) "first")
        (data (i32.const ${65536 + size - 4}) "last")
        (func (export "read-all") (result i32)
          (i32.store (i32.const 8) (i32.const 65536))
          (i32.store (i32.const 12) (i32.const ${size}))
          (i32.const 8)))
      (core instance $i (instantiate $m))
      (func (export "read-all") (result (list u8)) (canon lift (core func $i "read-all") (memory (core memory $i "mem")))))`);
    const deferred = callDeferred(instance, 'read-all');
    const bytes = deferred.value as Uint8Array;
    expect(bytes.byteLength).toBe(size);
    expect(bytes.byteOffset).toBe(65536);
    // The buffer is the guest's memory itself.
    expect(bytes.buffer.byteLength).toBe(pages * 65536);
    expect(text(bytes.subarray(0, 5)) + text(bytes.subarray(-4))).toBe('firstlast');
    expect(errorOf(() => call(instance, 'read-all'))).toBe(
      'Trap: cannot enter component instance: `read-all` has not returned: call postReturn()',
    );
    deferred.postReturn();
    // Another call shows the very same buffer.
    const again = callDeferred(instance, 'read-all');
    expect((again.value as Uint8Array).buffer).toBe(bytes.buffer);
    again.postReturn();
  });
});

describe('a deferred call with resources', () => {
  /** `look` borrows a thing; `trap` traps. */
  const things = `(component
    (type $thing' (resource (rep i32)))
    (export $thing "thing" (type $thing'))
    (core func $new (canon resource.new $thing))
    (core module $m
      (import "" "new" (func $new (param i32) (result i32)))
      (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
      (func (export "look") (param i32) (result i32) (local.get 0)))
    (core instance $i (instantiate $m (with "" (instance (export "new" (func $new))))))
    (func (export "[constructor]thing") (param "n" u32) (result (own $thing)) (canon lift (core func $i "new")))
    (func (export "[method]thing.look") (param "self" (borrow $thing)) (result u32) (canon lift (core func $i "look"))))`;

  it('lends what it was given until it returns', () => {
    const instance = instantiate(things);
    const thing = call(instance, '[constructor]thing', 7) as object;
    const deferred = callDeferred(instance, '[method]thing.look', thing);
    expect(deferred.value).toBe(7);
    expect(errorOf(() => disposeOf(thing))).toBe(
      'TypeError: this thing is lent to a call that has not returned',
    );
    deferred.postReturn();
    disposeOf(thing);
    expect(errorOf(() => call(instance, '[method]thing.look', thing))).toBe(
      'TypeError: thing.look: self: this thing was dropped',
    );
  });

  it('keeps other resources of the instance from being dropped until it returns', () => {
    const instance = instantiate(things);
    const [thing, other] = [7, 8].map((n) => call(instance, '[constructor]thing', n) as object);
    const deferred = callDeferred(instance, '[method]thing.look', thing);
    expect(errorOf(() => disposeOf(other ?? {}))).toBe(
      'Trap: cannot enter component instance: `thing.look` has not returned: call postReturn()',
    );
    deferred.postReturn();
    disposeOf(other ?? {});
  });
});

describe('a deferred call of a function that is imported and exported again', () => {
  const passing = `(component
    (import "read" (func $read (param "n" u32) (result (list u16))))
    (export "read-again" (func $read)))`;
  const host = { read: (n: number) => Uint16Array.from({ length: n }, (_, i) => i) };

  it('shows its lists until it returns', () => {
    const instance = instantiate(passing, host);
    const deferred = callDeferred(instance, 'read-again', 3);
    const other = callDeferred(instance, 'read-again', 5);
    expect([...(deferred.value as Uint16Array)]).toEqual([0, 1, 2]);
    expect([...(other.value as Uint16Array)]).toEqual([0, 1, 2, 3, 4]);
    deferred.postReturn();
    disposeOf(other);
    expect(call(instance, 'read-again', 1)).toEqual(Uint16Array.of(0));
    expect(errorOf(() => deferred.postReturn())).toBe(
      'TypeError: read-again: postReturn() was called before',
    );
  });
});

/** `f` returns the same list as its `ok` or, if the case is 1, as its `err`. */
function erring(which: number): Instance {
  return instantiate(`(component
    (core module $m
      (memory (export "mem") 1)
      (data (i32.const 0) "\\0${which}\\00\\00\\00\\10\\00\\00\\00\\02\\00\\00\\00" "...." "\\07\\08")
      (func (export "f") (result i32) (i32.const 0)))
    (core instance $i (instantiate $m))
    (func (export "f") (result (result (list u8) (error (list u8)))) (canon lift (core func $i "f") (memory (core memory $i "mem")))))`);
}

function callDeferred(instance: Instance, path: string, ...args: unknown[]): Deferred {
  return funcAt(instance, path).callDeferred(...args);
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
