/// <reference lib="esnext.disposable" preserve="true" />
import type { GuestHandle } from './guest-handle.js';

const carried = Symbol('handle');

interface Carrier {
  [carried]?: GuestHandle | undefined;
}

const symbols: { readonly dispose?: typeof Symbol.dispose } = Symbol;

/** Engines without `using` have no `Symbol.dispose`; then it is the symbol that jco uses. */
export const disposeSymbol: typeof Symbol.dispose =
  symbols.dispose ?? (Symbol.for('dispose') as typeof Symbol.dispose);

/** An object of a guest's resource. Generated classes extend it, one for each resource that a guest exports. */
export class ResourceHandle implements Disposable {
  /** @param from - an object of the same resource, whose handle this one takes over */
  constructor(from: object) {
    const handle = handleOf(from);
    if (handle === undefined) throw new TypeError('there is no handle to take over');
    carry(from, undefined);
    carry(this, handle);
  }

  /** Drops the handle: the resource ends, and its destructor runs in the guest. Later uses are errors. */
  [disposeSymbol](): void {
    handleOf(this)?.drop();
  }
}

/** A class whose objects stand for a guest's resource. */
export type ResourceClass = abstract new (...args: never[]) => object;

/** Makes an object of a class without calling its constructor, which is the guest's. */
export function present(cls: ResourceClass, handle: GuestHandle): object {
  const object = Object.create(prototypeOf(cls)) as object;
  return carry(object, handle);
}

/** The handle that an object carries, if it is an object of a guest's resource. */
export function handleOf(value: unknown): GuestHandle | undefined {
  return typeof value === 'object' && value !== null ? (value as Carrier)[carried] : undefined;
}

/** A class's prototype is `any` to the compiler. */
export function prototypeOf(cls: ResourceClass): object {
  return cls.prototype as object;
}

function carry<T extends object>(object: T, handle: GuestHandle | undefined): T {
  Object.defineProperty(object, carried, { value: handle, configurable: true });
  return object;
}
