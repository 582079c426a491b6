/** A guest that catches what cannot be caught, with what a generator writes on both of its sides. */
import { describe, expect, it } from '@jest/globals';
import { Linker, Trap } from '@wit-bindgen-ts/runtime';
import {
  checkExports,
  defineImports,
  func,
  Guest,
  instantiatePre,
  liftU32,
  u32,
  world,
  type LiftedFunction,
  type LoweredFunction,
  type Lowerings,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { catching } from './catching.js';
import { errorOf, thrownBy, trapOf } from './components.js';

interface Host {
  f(): void;
}

const catchingWorld = world({
  imports: { f: func({}) },
  exports: { g: func({}, u32), one: func({}, u32), posted: func({}, u32) },
});

const lowerings: Lowerings<Host> = {
  f: (cx: LoweredFunction, host: Host) => (): void => {
    cx.enter();
    try {
      host.f();
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  },
};

function liftNumber(cx: LiftedFunction<() => number, () => number>): () => number {
  return () => {
    cx.enter();
    try {
      const value = cx.core();
      const result = liftU32(value);
      cx.leave(value);
      return result;
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function open(f: () => void) {
  const linker = new Linker();
  defineImports(linker, catchingWorld, { f }, { '': lowerings });
  const guest = new Guest(instantiatePre(linker, catching, catchingWorld).instantiateSync());
  const at = checkExports(catching, catchingWorld);
  const [g, one, posted] = ['g', 'one', 'posted'].map((name) => guest.lift(at.index(name), liftNumber));
  if (g === undefined || one === undefined || posted === undefined) throw new Error('there are three');
  return { g, one, posted };
}

describe('a guest that catches what cannot be caught', () => {
  it.each([
    ['an error', new Error('broken')],
    ['nothing to speak of', undefined],
  ])('does not go on from %s of the host', (_, thrown) => {
    let calls = 0;
    const { g, one } = open(() => {
      calls += 1;
      throw thrown as Error;
    });
    const trap = trapOf(g);
    expect(trap.cause).toBe(thrown);
    // The second call did not get to the host.
    expect(calls).toBe(1);
    expect(trapOf(one).cause).toBe(trap);
  });

  it('does not go on from a trap that the host passes on', () => {
    const trap = new Trap('unreachable', 'of another guest');
    const { g, one } = open(() => {
      throw trap;
    });
    expect(thrownBy(g)).toBe(trap);
    expect(trapOf(one).cause).toBe(trap);
  });

  it('does not leave its instance in post-return', () => {
    const { posted, one } = open(() => undefined);
    expect(errorOf(posted)).toBe('Trap: cannot leave component instance');
    expect(errorOf(one)).toBe('Trap: cannot enter component instance');
  });

  it('works as long as nothing is thrown', () => {
    const { g, one } = open(() => undefined);
    expect([g(), one()]).toEqual([2, 1]);
  });
});
