import { describe, expect, it } from '@jest/globals';
import type { Instance } from '@wit-bindgen-ts/runtime';
import { Bucket, openBuckets } from './buckets.js';
import { call, compileText, errorOf, instantiate, trapOf } from './components.js';

describe('the handles of a guest', () => {
  it('begin at 1, and the one that was freed last is used first', () => {
    const instance = openBuckets(Bucket);
    expect([1, 2, 3].map((size) => call(instance, 'new', size))).toEqual([1, 2, 3]);
    call(instance, 'drop', 1);
    call(instance, 'drop', 3);
    call(instance, 'drop', 2);
    expect([4, 5, 6, 7].map((size) => call(instance, 'new', size))).toEqual([2, 3, 1, 4]);
  });

  it('use an index again right after a borrow', () => {
    const instance = openBuckets(Bucket);
    call(instance, 'weigh', new Bucket(1));
    expect(call(instance, 'new', 2)).toBe(1);
  });

  it.each([
    ['drop', 0],
    ['drop', 1],
    ['drop', 4294967295],
    ['size', 0],
    ['empty', 7],
  ])('are checked: %s(%d)', (name, index) => {
    const trap = trapOf(() => call(openBuckets(Bucket), name, index));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'unknown-handle',
      message: `unknown handle index ${index}`,
    });
  });

  it('that were borrowed must be dropped before the call returns', () => {
    const instance = openBuckets(Bucket);
    const trap = trapOf(() => call(instance, 'keep-borrowed', new Bucket(5)));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'borrow-not-dropped',
      message: 'borrow handles still remain at the end of the call',
    });
    expect(trapOf(() => call(instance, 'new', 1)).code).toBe('cannot-enter');
  });

  it('are of one resource', () => {
    const two = compileText(`(component
      (import "a" (type $a (sub resource)))
      (import "b" (type $b (sub resource)))
      (core func $drop (canon resource.drop $b))
      (core module $M (import "" "drop" (func $drop (param i32))) (func (export "f") (param i32) (call $drop (local.get 0))))
      (core instance $m (instantiate $M (with "" (instance (export "drop" (func $drop))))))
      (func (export "f") (param "a" (own $a)) (canon lift (core func $m "f"))))`);
    class A {}
    const instance = instantiate(two, { A, B: class B {} });
    const trap = trapOf(() => call(instance, 'f', new A()));
    expect({ code: trap.code, message: trap.message }).toEqual({
      code: 'handle-type-mismatch',
      message: 'handle index 1 used with the wrong type, expected B but found A',
    });
  });

  describe('that are passed on', () => {
    /** `swap` passes its handle on as borrowed and as owned at once; `give` passes on as its own what it borrowed. */
    const component = compileText(`(component
      (import "thing" (type $thing (sub resource)))
      (import "swap" (func $swap (param "a" (borrow $thing)) (param "b" (own $thing))))
      (import "take" (func $take (param "a" (own $thing))))
      (core func $swap (canon lower (func $swap)))
      (core func $take (canon lower (func $take)))
      (core module $M
        (import "" "swap" (func $swap (param i32 i32)))
        (import "" "take" (func $take (param i32)))
        (func (export "swap") (param i32) (call $swap (local.get 0) (local.get 0)))
        (func (export "give") (param i32) (call $take (local.get 0))))
      (core instance $m (instantiate $M (with "" (instance (export "swap" (func $swap)) (export "take" (func $take))))))
      (func (export "swap") (param "thing" (own $thing)) (canon lift (core func $m "swap")))
      (func (export "give") (param "thing" (borrow $thing)) (canon lift (core func $m "give"))))`);
    class Thing {}
    const host = { Thing, swap: () => undefined, take: () => undefined };

    it('cannot be lent and given away in one call', () => {
      const trap = trapOf(() => call(instantiate(component, host), 'swap', new Thing()));
      expect({ code: trap.code, message: trap.message }).toEqual({
        code: 'handle-lent',
        message: 'cannot remove owned resource while borrowed',
      });
    });

    it('cannot be given away if they were only borrowed', () => {
      const trap = trapOf(() => call(instantiate(component, host), 'give', new Thing()));
      expect({ code: trap.code, message: trap.message }).toEqual({
        code: 'handle-not-owned',
        message: 'cannot give away handle index 1, which is borrowed',
      });
    });
  });

  it('that are lent to the host cannot be dropped meanwhile', () => {
    const instance: Instance = openBuckets(
      class extends Bucket {
        override sizeInL(): number {
          return errorOf(() => call(instance, 'drop', 1)).length;
        }
      },
    );
    call(instance, 'new', 5);
    expect(call(instance, 'size', 1)).toBe('Trap: cannot enter component instance'.length);
    call(instance, 'drop', 1);
  });
});
