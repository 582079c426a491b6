import { describe, expect, it } from '@jest/globals';
import { Component, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { call, disposeOf, errorOf, instantiate, thrownBy, trapOf } from './components.js';

const allocations = Component.compileSync(guestFile('allocations/allocations.wasm'));

describe('an argument that is wrong', () => {
  it.each<[string, unknown[]]>([
    ['make-string', [-1]],
    ['make-shape', ['circle']],
    ['measure', [['a', 'b', 3]]],
    ['add', [1]],
    ['add', [1, 2, 3]],
  ])('leaves the instance as it was, with nothing allocated: %s(%j)', (name, args) => {
    const instance = instantiate(allocations);
    expect(errorOf(() => call(instance, name, ...args))).toMatch(/^TypeError: /);
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'add', 1, 2)).toBe(3);
  });

  it('that throws when it is looked at leaves the instance as it was', () => {
    const instance = instantiate(allocations);
    const mistake = new Error('do not look');
    expect(thrownBy(() => call(instance, 'measure', ['a', 'b', throwing(mistake)]))).toMatchObject({
      message: 'measure: words[2]: an object is not a string',
    });
    expect(thrownBy(() => call(instance, 'measure', listThatThrows(mistake, 1)))).toBe(mistake);
    expect(call(instance, 'live')).toBe(0);
    expect(call(instance, 'add', 1, 2)).toBe(3);
  });

  it('that changes between being checked and being lowered leaves the instance usable', () => {
    const instance = instantiate(allocations);
    const mistake = new Error('not twice');
    // The first look checks it; the second one lowers it.
    expect(thrownBy(() => call(instance, 'measure', listThatThrows(mistake, 2)))).toBe(mistake);
    expect(call(instance, 'add', 1, 2)).toBe(3);
    expect(call(instance, 'measure', ['four'])).toBe(4);
    // The guest has no function that frees what was allocated for it.
    expect(call(instance, 'live')).toBe(2);
  });

  it('that changes into something else leaves handles and the instance as they were', () => {
    const { instance, make } = things();
    const [thing, other] = [make(1), make(2)];
    const changing = {
      reads: 0,
      get n(): number {
        this.reads += 1;
        if (this.reads > 1) throw new RangeError('not twice');
        return 1;
      },
    };
    expect(errorOf(() => call(instance, 'both', thing, other, changing))).toBe('RangeError: not twice');
    // Neither was given away, and the table has its first place free.
    expect(call(instance, 'both', thing, other, { n: 5 })).toBe(1);
  });
});

describe('an argument that enters the guest when it is read', () => {
  it('may do so while it is checked, and not while it is lowered, which breaks nothing', () => {
    const instance = instantiate(allocations);
    const seen: unknown[] = [];
    const words = {
      length: 1,
      get 0(): string {
        seen.push(call(instance, 'add', 1, 2));
        return 'word';
      },
    };
    expect(errorOf(() => call(instance, 'measure', words))).toBe('Trap: cannot enter component instance');
    expect(seen).toEqual([3]);
    expect(call(instance, 'add', 1, 2)).toBe(3);
  });
});

describe('a result that is wrong', () => {
  const host = (f: () => unknown): Instance =>
    instantiate(
      `(component
        (import "f" (func $f (result u32)))
        (core func $f (canon lower (func $f)))
        (core module $m (import "" "f" (func $f (result i32)))
          (func (export "g") (result i32) (call $f))
          (func (export "one") (result i32) (i32.const 1)))
        (core instance $i (instantiate $m (with "" (instance (export "f" (func $f))))))
        (func (export "g") (result u32) (canon lift (core func $i "g")))
        (func (export "one") (result u32) (canon lift (core func $i "one"))))`,
      { f },
    );

  it('breaks the guest, which was inside a call that does not return', () => {
    const instance = host(() => 'one');
    const trap = trapOf(() => call(instance, 'g'));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'host-error',
      message: 'host error: TypeError: f: result: "one" is not a u32',
    });
    expect(trapOf(() => call(instance, 'one')).cause).toBe(trap);
  });

  it('breaks no other instance', () => {
    const other = host(() => 1);
    trapOf(() =>
      call(
        host(() => 'one'),
        'g',
      ),
    );
    expect(call(other, 'g')).toBe(1);
  });
});

describe('an instance that a trap broke', () => {
  it('says so to each later call, with the trap as the cause', () => {
    const instance = instantiate(`(component
      (core module $m (func (export "trap") unreachable) (func (export "one") (result i32) (i32.const 1)))
      (core instance $i (instantiate $m))
      (func (export "trap") (canon lift (core func $i "trap")))
      (func (export "one") (result u32) (canon lift (core func $i "one"))))`);
    expect(call(instance, 'one')).toBe(1);
    const trap = trapOf(() => call(instance, 'trap'));
    for (const name of ['one', 'trap', 'one']) {
      const after = trapOf(() => call(instance, name));
      expect({ code: after.code, message: after.message }).toEqual({
        code: 'cannot-enter',
        message: 'cannot enter component instance',
      });
      expect(after.cause).toBe(trap);
    }
  });

  it('lets go of its resources quietly', () => {
    const { instance, make, ended } = things();
    const thing = make(1);
    trapOf(() => call(instance, 'trap'));
    disposeOf(thing);
    disposeOf(thing);
    expect(ended()).toEqual([]);
  });
});

/** `both` takes over one thing, borrows another and reads a record; it returns the index that the first one has. */
function things(): { instance: Instance; make: (n: number) => object; ended: () => readonly number[] } {
  const reps: number[] = [];
  const instance = instantiate(
    `(component
      (import "ended" (func $ended (param "rep" u32)))
      (core func $ended (canon lower (func $ended)))
      (core module $State (import "" "ended" (func $ended (param i32)))
        (func (export "dtor") (param i32) (call $ended (local.get 0))))
      (core instance $state (instantiate $State (with "" (instance (export "ended" (func $ended))))))
      (type $thing' (resource (rep i32) (dtor (func $state "dtor"))))
      (export $thing "thing" (type $thing'))
      (type $count' (record (field "n" u32)))
      (export $count "count" (type $count'))
      (core func $new (canon resource.new $thing))
      (core module $m
        (import "" "new" (func $new (param i32) (result i32)))
        (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
        (func (export "both") (param i32 i32 i32) (result i32) (local.get 0))
        (func (export "trap") unreachable))
      (core instance $i (instantiate $m (with "" (instance (export "new" (func $new))))))
      (func (export "[constructor]thing") (param "n" u32) (result (own $thing)) (canon lift (core func $i "new")))
      (func (export "both") (param "a" (own $thing)) (param "b" (borrow $thing)) (param "count" $count) (result u32)
        (canon lift (core func $i "both")))
      (func (export "trap") (canon lift (core func $i "trap"))))`,
    { ended: (rep: number) => void reps.push(rep) },
  );
  const make = (n: number): object => call(instance, '[constructor]thing', n) as object;
  return { instance, make, ended: () => reps };
}

function throwing(mistake: Error): object {
  return {
    toString() {
      throw mistake;
    },
  };
}

/** A list of two words, the second of which throws when it is read for this time. */
function listThatThrows(mistake: Error, time: number): object {
  let reads = 0;
  return {
    length: 2,
    0: 'a',
    get 1(): string {
      reads += 1;
      if (reads === time) throw mistake;
      return 'b';
    },
  };
}
