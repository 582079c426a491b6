import { Component } from '@wit-bindgen-ts/runtime';
import { caseWorld, dropsBorrowed } from './case-world.js';
import type { GeneratedModules } from './generated-modules.js';
import { passingGuest } from './passing-guest.js';
import { Token, type TypeCase } from './type-case.js';

/** What is generated for the world of a case, as far as all cases have it in common. */
interface BothWays {
  pass(value: unknown): unknown;
  readonly values: Functions & { readonly Holder: HolderClass };
}

interface Functions {
  pass(value: unknown): unknown;
  among(before: boolean, value: unknown, after: string): unknown;
}

interface HolderClass {
  new (value: unknown): Disposable & { pass(value: unknown): unknown };
  through(value: unknown): unknown;
}

interface BothWaysClass {
  pre(component: Component, imports: object): { instantiateSync(): BothWays };
}

/** The generated code of a case and a component of its world. */
export interface LoadedCase {
  readonly one: TypeCase;
  readonly component: Component;
  readonly BothWays: BothWaysClass;
}

export async function loadCase(modules: GeneratedModules, one: TypeCase): Promise<LoadedCase> {
  const wit = caseWorld(one);
  await modules.add(one.name, wit);
  const { BothWays } = await modules.load(one.name, 'both-ways.ts');
  const bytes = await passingGuest(wit, dropsBorrowed(one));
  const component = Component.compileSync(bytes, { features: { fixedLengthLists: true } });
  return { one, component, BothWays: BothWays as BothWaysClass };
}

/** An instance, with a host that keeps what it is called with. */
export class CaseSession {
  /** The arguments of the host's last call, or nothing. */
  seen: unknown[] | undefined;
  /** What the host gives back. */
  answer: unknown;
  /** How many objects of the host's `holder` were dropped. */
  drops = 0;
  readonly world: BothWays;

  constructor({ one, component, BothWays }: LoadedCase) {
    this.world = BothWays.pre(component, this.#imports(one.name)).instantiateSync();
  }

  #imports(name: string): object {
    const host = (...args: unknown[]): unknown => {
      this.seen = args;
      return this.answer;
    };
    const dropped = (): void => {
      this.drops++;
    };
    class Holder {
      constructor(value: unknown) {
        host(value);
      }

      pass(value: unknown): unknown {
        return host(value);
      }

      static through(value: unknown): unknown {
        return host(value);
      }

      [Symbol.dispose](): void {
        dropped();
      }
    }
    const values = { pass: host, among: host, Holder };
    return { [`run:${name}/values`]: values, [`run:${name}/tokens`]: { Token }, pass: host };
  }
}

/** A way in which a value goes to the guest, on to the host and back. */
export interface Position {
  /** As errors name the function. */
  readonly func: string;
  readonly call: (world: BothWays, value: unknown) => unknown;
  /** What the host is called with, and what it gives back for a value. */
  readonly args: (value: unknown) => unknown[];
  readonly result: (value: unknown) => unknown;
  /** Where a value stands in the result. */
  readonly path: string;
}

const alone = (func: string, call: Position['call']): Position => ({
  func,
  call,
  args: (value) => [value],
  result: (value) => value,
  path: '',
});

export const positions: Readonly<Record<string, Position>> = {
  'a function of the world': alone('pass', (world, value) => world.pass(value)),
  'a function of an interface': alone('pass', ({ values }, value) => values.pass(value)),
  'a function with other parameters, inside of a tuple': {
    func: 'among',
    call: ({ values }, value) => values.among(true, value, 'after'),
    args: (value) => [true, value, 'after'],
    result: (value) => [7, value],
    path: '[1]',
  },
  'a static function': alone('holder.through', ({ values }, value) => values.Holder.through(value)),
};
