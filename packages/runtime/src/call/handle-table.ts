import type { CoreValue } from '../abi/context.js';
import { Trap } from '../errors/trap.js';
import type { BorrowScope } from './borrow-scope.js';
import type { RuntimeResource } from './runtime-resource.js';

/** A handle of a guest: what stands in its table. */
export interface TableHandle {
  readonly resource: RuntimeResource;
  /** The representation: the guest's own core value, or the host's object. */
  readonly rep: unknown;
  /** The call that a borrow handle is good for; `undefined` for an own handle. */
  readonly scope: BorrowScope | undefined;
  /** How many calls the handle is lent to at the moment. */
  lends: number;
}

/** The representation of a guest's resource, as core code gave it. */
export function coreRep(rep: unknown): CoreValue {
  return typeof rep === 'bigint' ? rep : Number(rep);
}

/** No table is longer, whatever its limit. */
const maxLength = 2 ** 28 - 1;

/**
 * The handles of one component instance. Index 0 is never used, and the index that was freed last is used first.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#table-state
 */
export class HandleTable {
  readonly #handles: (TableHandle | undefined)[] = [undefined];
  readonly #free: number[] = [];
  readonly #max: number;

  /** @param max - how many handles there may be at once */
  constructor(max: number) {
    this.#max = Math.min(max, maxLength);
  }

  /** @throws {Trap} `handle-table-full` */
  add(handle: TableHandle): number {
    const index = this.#free.pop() ?? this.#handles.length;
    if (index > this.#max) {
      throw new Trap('handle-table-full', `a component instance has more than ${this.#max} handles`);
    }
    this.#handles[index] = handle;
    return index;
  }

  /** @throws {Trap} if there is no handle to this resource at this index. */
  get(index: number, resource: RuntimeResource): TableHandle {
    const handle = this.#handles[index];
    if (handle === undefined) throw new Trap('unknown-handle', `unknown handle index ${index}`);
    if (handle.resource === resource) return handle;
    const message = `handle index ${index} used with the wrong type, expected ${resource.name} but found ${handle.resource.name}`;
    throw new Trap('handle-type-mismatch', message);
  }

  /** Takes a handle out, which must not be lent. */
  remove(index: number, resource: RuntimeResource): TableHandle {
    const handle = this.get(index, resource);
    if (handle.lends > 0) {
      const what = handle.scope === undefined ? 'owned resource' : 'borrowed resource';
      throw new Trap('handle-lent', `cannot remove ${what} while borrowed`);
    }
    this.#handles[index] = undefined;
    this.#free.push(index);
    return handle;
  }

  /** Takes an own handle out. */
  removeOwn(index: number, resource: RuntimeResource): TableHandle {
    const handle = this.remove(index, resource);
    if (handle.scope === undefined) return handle;
    throw new Trap('handle-not-owned', `cannot give away handle index ${index}, which is borrowed`);
  }

  /** Ends every handle, whatever holds it. */
  clear(): void {
    this.#handles.length = 1;
    this.#free.length = 0;
  }
}
