import { describe, expect, it } from '@jest/globals';
import { Linker, type Component } from '@wit-bindgen-ts/runtime';
import type { CountingImports } from '../../../snapshots/colliding-members/counting.js';
import { Counting } from '../../../snapshots/colliding-members/counting.js';
import { passingComponent } from './world-guests.js';

function host(): CountingImports {
  return {
    'codegen:colliding-members/numbers@0.1.0': {
      Box1: class {
        static make(): number {
          return 30;
        }

        static prototype_(): number {
          return 31;
        }

        readonly #content: number;

        constructor(content: number) {
          this.#content = content;
        }

        get1(): number {
          return this.#content + 1;
        }

        get1_(): number {
          return this.#content + 2;
        }

        then_(): number {
          return this.#content + 3;
        }
      },
      Box1_: class {
        get(): number {
          return 20;
        }
      },
      f1: () => 1,
      f1_: () => 2,
      then_: ({ 'a-1': first, a1, b }, { 'x-2': x, x2, y }) => ({
        'a-1': x === true ? first + 100 : first,
        a1: x2 === true ? a1 + 100 : a1,
        b: y === true ? b + 100 : b,
      }),
    },
    g1: () => 10,
    'g-1': () => 11,
  };
}

describe('members whose names collide', () => {
  it('are kept apart, on either side', async () => {
    const component: Component = await passingComponent('colliding-members');
    const counting = await Counting.instantiate(component, host());
    const { numbers } = counting;
    expect([numbers.f1(), numbers.f1_(), counting.g1(), counting.g1_()]).toEqual([1, 2, 10, 11]);
    expect(numbers.then_({ 'a-1': 1, a1: 2, b: 3 }, { 'x-2': true })).toEqual({ 'a-1': 101, a1: 2, b: 3 });
    expect(numbers.then_({ 'a-1': 1, a1: 2, b: 3 }, { x2: true, y: true })).toEqual({
      'a-1': 1,
      a1: 102,
      b: 103,
    });
    const box = new numbers.Box1(40);
    expect([box.get1(), box.get1_(), box.then_()]).toEqual([41, 42, 43]);
    expect([numbers.Box1.make(), numbers.Box1.prototype_()]).toEqual([30, 31]);
    expect(new numbers.Box1_().get()).toBe(20);
    // Nothing takes it for a promise.
    expect(await Promise.resolve(box)).toBe(box);
  });

  it('have the same names without generated code', async () => {
    const component = await passingComponent('colliding-members');
    const linker = new Linker();
    Counting.addToLinker(linker, host());
    const { exports } = linker.instantiatePre(component).instantiateSync();
    const numbers = exports['codegen:colliding-members/numbers@0.1.0'];
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(['g1', 'g-1']));
    expect(Object.keys(numbers as object)).toEqual(
      expect.arrayContaining(['Box1', 'Box1_', 'f1', 'f1_', 'then_']),
    );
  });
});
