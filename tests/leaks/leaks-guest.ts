import { Component, ComponentError, Linker, type Func, type Instance } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../harness/guest-file.js';
import { openChain } from './chained-guests.js';
import { guest } from './guest.js';

const symbols: { readonly dispose?: symbol } = Symbol;

/** Node 20 has no `Symbol.dispose`. */
const dispose = symbols.dispose ?? Symbol.for('dispose');

/** A resource of the host's. */
export class Lamp {
  static disposed = 0;
  readonly name: string;
  isOn = false;

  constructor(name: string) {
    this.name = name;
  }

  turn(): boolean {
    this.isOn = !this.isOn;
    return this.isOn;
  }

  [dispose](): void {
    Lamp.disposed += 1;
  }
}

/** What the guest asks: `no` is answered by an error, in the ways in which a host function can give one. */
let answers = 0;

function ask(question: string): string {
  if (question !== 'no') return `${question}?`;
  answers += 1;
  if (answers % 3 === 0) throw new ComponentError('no');
  // What is thrown is the payload itself, or the message of an error.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (answers % 3 === 1) throw 'no';
  throw new Error('no');
}

/** Calls an exported function by its name. */
export type Call = (name: string, ...args: unknown[]) => unknown;

/** The guest of this folder, the one of `tests/guests/allocations`, and guests that call one another. */
export class Guests {
  readonly call: Call;
  readonly allocations: Call;
  /** As `allocations`, but that post-return runs later. */
  readonly deferred: Call;
  readonly chain: Call;
  /** How many functions have been called. */
  calls = 0;

  constructor() {
    const linker = new Linker().define({ ask, Lamp });
    this.call = this.#callOf(linker.instantiatePre(Component.compileSync(guest)).instantiateSync());
    const allocations = linker
      .instantiatePre(Component.compileSync(guestFile('allocations/allocations.wasm')))
      .instantiateSync();
    this.allocations = this.#callOf(allocations);
    this.deferred = this.#callOf(allocations, (func, args) => {
      const result = func.callDeferred(...args);
      result.postReturn();
      return result.value;
    });
    this.chain = this.#callOf(openChain());
  }

  #callOf(instance: Instance, callFunc = calling): Call {
    return (name, ...args) => {
      const func = instance.getFunc(name);
      if (func === undefined) throw new Error(`there is no function ${name}`);
      this.calls += 1;
      return callFunc(func, args);
    };
  }
}

function calling(func: Func, args: readonly unknown[]): unknown {
  return func.call(...args);
}

export function disposeOf(resource: unknown): void {
  const method: unknown = typeof resource === 'object' && resource !== null && Reflect.get(resource, dispose);
  if (typeof method !== 'function') throw new Error('this cannot be disposed of');
  Reflect.apply(method, resource, []);
}
