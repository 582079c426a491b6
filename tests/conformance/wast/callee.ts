import type { FuncType, Instance } from '@wit-bindgen-ts/runtime';

/** A function of an instance, as a directive calls it. */
export interface Callee {
  readonly type: FuncType;
  call(...args: readonly unknown[]): unknown;
}

/** How the functions of instances are called. */
export interface Callees {
  /** @throws Error where the instance has no function of this name */
  find(instance: Instance, name: string): Callee | Promise<Callee>;
}

/** `Func.call` */
export const dynamicCallees: Callees = {
  find(instance, name) {
    const func = instance.getFunc(name);
    if (!func) throw new Error(`the instance has no function ${name}`);
    return func;
  },
};
