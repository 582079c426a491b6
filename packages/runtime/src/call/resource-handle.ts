/// <reference lib="esnext.disposable" preserve="true" />
import { GuestHandle } from './guest-handle.js';
import type { HandlePresentation } from './instance-handles.js';

const symbols: { readonly dispose?: typeof Symbol.dispose } = Symbol;

/** Engines without `using` have no `Symbol.dispose`; then it is the symbol that jco uses. */
export const disposeSymbol: typeof Symbol.dispose =
  symbols.dispose ?? (Symbol.for('dispose') as typeof Symbol.dispose);

/** The handle in a field that nothing but the class of the field sees. */
let handleIn: (object: object) => GuestHandle | undefined;

/** An object of a guest's resource. Generated classes extend it, one for each resource that a guest exports. */
export class ResourceHandle implements Disposable {
  #handle: GuestHandle | undefined;

  /** @param from - an object of the same resource, whose handle this one takes over; or a handle that has no object yet */
  constructor(from: object) {
    this.#handle = from instanceof GuestHandle ? from : ResourceHandle.#take(from);
  }

  /** Takes the handle away from an object. */
  static #take(object: object): GuestHandle {
    const handle = handleIn(object);
    if (handle === undefined) throw new TypeError('there is no handle to take over');
    if (#handle in object) object.#handle = undefined;
    return handle;
  }

  // A static method would be one of all classes that are derived.
  static {
    handleIn = (object) => (#handle in object ? object.#handle : undefined);
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
  return Reflect.construct(ResourceHandle, [handle], cls) as object;
}

/** The handle that an object carries, if it is an object of a guest's resource. */
export function handleOf(value: unknown): GuestHandle | undefined {
  return typeof value === 'object' && value !== null ? handleIn(value) : undefined;
}

/** For a constructor, which gives its handle to an object that is there already. */
export const unpresented: HandlePresentation = { present: (handle) => handle, handleOf };

/** A class's prototype is `any` to the compiler. */
export function prototypeOf(cls: ResourceClass): object {
  return cls.prototype as object;
}
