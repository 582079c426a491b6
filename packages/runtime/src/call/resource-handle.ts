/// <reference lib="esnext.disposable" preserve="true" />
import type { GuestHandle } from './guest-handle.js';

const symbols: { readonly dispose?: typeof Symbol.dispose } = Symbol;

/** Engines without `using` have no `Symbol.dispose`; then it is the symbol that jco uses. */
export const disposeSymbol: typeof Symbol.dispose =
  symbols.dispose ?? (Symbol.for('dispose') as typeof Symbol.dispose);

/** What a derived class extends to give a field of its own to an object that exists already. */
class Returned {
  constructor(object: object) {
    return object;
  }
}

/** Gives an object its handle, in a field that nothing but this class sees. */
class Carrier extends Returned {
  #handle: GuestHandle | undefined;

  constructor(object: object, handle: GuestHandle | undefined) {
    super(object);
    this.#handle = handle;
  }

  static handleOf(object: object): GuestHandle | undefined {
    return #handle in object ? object.#handle : undefined;
  }

  /** Takes the handle away from an object. */
  static take(object: object): GuestHandle {
    const handle = Carrier.handleOf(object);
    if (handle === undefined) throw new TypeError('there is no handle to take over');
    if (#handle in object) object.#handle = undefined;
    return handle;
  }
}

/** An object of a guest's resource. Generated classes extend it, one for each resource that a guest exports. */
export class ResourceHandle extends Carrier implements Disposable {
  /** @param from - an object of the same resource, whose handle this one takes over */
  constructor(from: object) {
    super(Object.create(new.target.prototype) as object, Carrier.take(from));
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
  return new Carrier(Object.create(prototypeOf(cls)) as object, handle);
}

/** The handle that an object carries, if it is an object of a guest's resource. */
export function handleOf(value: unknown): GuestHandle | undefined {
  return typeof value === 'object' && value !== null ? Carrier.handleOf(value) : undefined;
}

/** A class's prototype is `any` to the compiler. */
export function prototypeOf(cls: ResourceClass): object {
  return cls.prototype as object;
}
