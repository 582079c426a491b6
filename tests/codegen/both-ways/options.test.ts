import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Component, ComponentError } from '@wit-bindgen-ts/runtime';
import type { BindgenOptions } from 'wit-bindgen-ts';
import { GeneratedModules } from './generated-modules.js';
import { passingGuest } from './passing-guest.js';

const wit = `package t:t;
  interface math {
    divide: func(a: u32, b: u32) -> result<u32, string>;
    check: func(n: u32) -> result;
    count: func() -> u32;
    resource number {
      constructor(n: u32);
      half: func() -> result<u32, string>;
    }
  }
  world w { import math; export math; import now: func() -> u64; export now: func() -> u64; }`;

const variants: Readonly<Record<string, BindgenOptions>> = {
  thrown: {},
  values: { results: 'value' },
  trappable: { trappable: ['t:t/math#divide'] },
  promised: { async: { exports: true } },
  promisedValues: { results: 'value', async: { exports: ['t:t/math#number.half', 'now'] } },
};

/** The class of the world, as far as it is used here. */
interface World {
  readonly math: {
    divide(a: number, b: number): unknown;
    check(n: number): unknown;
    count(): unknown;
    readonly Number: new (n: number) => { half(): unknown };
  };
  now(): unknown;
}

interface WorldClass {
  instantiate(component: Component, imports: object): Promise<World>;
}

let modules: GeneratedModules;
let component: Component;

beforeAll(async () => {
  modules = await GeneratedModules.create();
  for (const [name, options] of Object.entries(variants)) await modules.add(name, wit, options);
  component = await Component.compile(await passingGuest(wit));
});

afterAll(async () => {
  await modules.remove();
});

async function start(variant: string, math: object): Promise<World> {
  const { W } = (await modules.load(variant, 'w.ts')) as { W: WorldClass };
  return await W.instantiate(component, { 't:t/math': { ...others, ...math }, now: () => 5n });
}

const others = {
  divide: (a: number, b: number) => a / b,
  check: () => undefined,
  count: () => 3,
  Number: class {
    readonly #n: number;

    constructor(n: number) {
      this.#n = n;
    }

    half(): unknown {
      if (this.#n % 2 === 0) return this.#n / 2;
      throw new ComponentError('odd');
    }
  },
};

describe('code generated with options', () => {
  it('compiles', () => {
    expect(modules.typeCheck()).toEqual([]);
  });
});

describe('results as values', () => {
  const valued = {
    divide: (a: number, b: number) => (b === 0 ? { tag: 'err', val: 'by zero' } : { tag: 'ok', val: a / b }),
    check: (n: number) => ({ tag: n === 0 ? 'err' : 'ok' }),
    Number: class {
      half(): unknown {
        return { tag: 'err', val: 'odd' };
      }
    },
  };

  it('are returned on either side', async () => {
    const { math } = await start('values', valued);
    expect(math.divide(6, 3)).toEqual({ tag: 'ok', val: 2 });
    expect(math.divide(6, 0)).toEqual({ tag: 'err', val: 'by zero' });
    expect([math.check(0), math.check(1)]).toEqual([{ tag: 'err' }, { tag: 'ok' }]);
    expect(new math.Number(3).half()).toEqual({ tag: 'err', val: 'odd' });
    expect(math.count()).toBe(3);
  });

  it('are refused if they are none', async () => {
    const { math } = await start('values', { divide: () => 2 });
    expect(() => math.divide(6, 3)).toThrow(
      'host error: TypeError: divide: result: 2 is not a result<u32, string>',
    );
  });

  it('are what promises are of', async () => {
    const world = await start('promisedValues', valued);
    const { math } = world;
    const half = new math.Number(3).half();
    expect(half).toBeInstanceOf(Promise);
    expect(await half).toEqual({ tag: 'err', val: 'odd' });
    expect(math.divide(6, 3)).toEqual({ tag: 'ok', val: 2 });
    expect(await world.now()).toBe(5n);
  });
});

describe('a trappable function', () => {
  const divide = (a: number, b: number): number => {
    if (b === 0) throw new ComponentError('by zero');
    if (a === 0) throw new Error('a mistake');
    return a / b;
  };

  it('gives the guest what a ComponentError holds, and nothing else that it throws', async () => {
    const { math } = await start('trappable', { divide });
    expect(math.divide(6, 3)).toBe(2);
    expect(() => math.divide(6, 0)).toThrow(new ComponentError('by zero'));
    expect(() => math.divide(0, 1)).toThrow('a mistake');
    expect(() => math.divide(6, 3)).toThrow('cannot enter component instance');
  });

  it('is not what others are: their message is the error', async () => {
    const { math } = await start('thrown', { divide });
    expect(() => math.divide(0, 1)).toThrow(new ComponentError('a mistake'));
    expect(math.divide(6, 3)).toBe(2);
  });
});

describe('exports made async', () => {
  it('return promises of what they return or throw', async () => {
    const world = await start('promised', {});
    const { math } = world;
    const quotient = math.divide(6, 3);
    expect(quotient).toBeInstanceOf(Promise);
    expect(await quotient).toBe(2);
    expect(await world.now()).toBe(5n);
    await expect(new math.Number(3).half()).rejects.toThrow(new ComponentError('odd'));
    expect(await new math.Number(4).half()).toBe(2);
  });
});
