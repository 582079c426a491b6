import { describe, expect, it } from '@jest/globals';
import { Trap, type ImportObject } from '@wit-bindgen-ts/runtime';
import { catching } from './catching.js';
import { call, errorOf, instantiate, thrownBy, trapOf } from './components.js';

describe('a guest that catches what cannot be caught', () => {
  it.each([
    ['an error', new Error('broken')],
    ['a plain value', 5],
    ['nothing to speak of', undefined],
  ])('of the host does not go on from %s', (_, thrown) => {
    let calls = 0;
    const instance = instantiate(
      catching,
      throwing(() => {
        calls += 1;
        return thrown;
      }),
    );
    const trap = trapOf(() => call(instance, 'g'));
    expect(trap.cause).toBe(thrown);
    // The second call did not get to the host.
    expect(calls).toBe(1);
    expect(trapOf(() => call(instance, 'one')).cause).toBe(trap);
  });

  it('does not go on from a trap that the host passes on', () => {
    const trap = new Trap('unreachable', 'of another guest');
    const instance = instantiate(
      catching,
      throwing(() => trap),
    );
    expect(thrownBy(() => call(instance, 'g'))).toBe(trap);
    expect(trapOf(() => call(instance, 'one')).cause).toBe(trap);
  });

  it.each(['rep', 'drop'])('does not go on from resource.%s', (name) => {
    const instance = instantiate(catching, { f: () => undefined });
    expect(errorOf(() => call(instance, name))).toBe('Trap: unknown handle index 1');
    expect(errorOf(() => call(instance, 'one'))).toBe('Trap: cannot enter component instance');
  });

  it('does not leave its instance in post-return', () => {
    const instance = instantiate(catching, { f: () => undefined });
    expect(errorOf(() => call(instance, 'posted'))).toBe('Trap: cannot leave component instance');
    expect(errorOf(() => call(instance, 'one'))).toBe('Trap: cannot enter component instance');
  });

  it('does not go on from the trap of another guest', () => {
    const instance = instantiate(`(component
      (component $Callee
        (core module $m (func (export "trap") unreachable))
        (core instance $i (instantiate $m))
        (func (export "trap") (canon lift (core func $i "trap"))))
      (component $Caller
        (import "trap" (func $trap))
        (core func $trap (canon lower (func $trap)))
        (core module $m (import "" "trap" (func $trap))
          (func (export "g") (result i32) try (call $trap) catch_all end (i32.const 1)))
        (core instance $i (instantiate $m (with "" (instance (export "trap" (func $trap))))))
        (func (export "g") (result u32) (canon lift (core func $i "g"))))
      (instance $callee (instantiate $Callee))
      (instance $caller (instantiate $Caller (with "trap" (func $callee "trap"))))
      (export "g" (func $caller "g")))`);
    expect(trapOf(() => call(instance, 'g')).code).toBe('unreachable');
    expect(errorOf(() => call(instance, 'g'))).toBe('Trap: cannot enter component instance');
  });

  it('works as long as nothing is thrown', () => {
    const instance = instantiate(catching, { f: () => undefined });
    expect([call(instance, 'g'), call(instance, 'one')]).toEqual([2, 1]);
  });
});

function throwing(thrown: () => unknown): ImportObject {
  return {
    f: () => {
      throw thrown();
    },
  };
}
