import type { GuestHandle } from '../../call/guest-handle.js';

type Passing = 'own' | 'borrow';

/** The handles that the arguments checked so far pass: what one call takes over, it cannot be passed a second time. */
export class PassedHandles {
  /** Most calls pass one. */
  #first: GuestHandle | undefined = undefined;
  #firstPassing: Passing = 'own';
  #others: Map<GuestHandle, Passing> | undefined = undefined;

  /** Adds a handle; false for one that is passed already, unless it is lent both times. */
  add(handle: GuestHandle, passing: Passing): boolean {
    if (this.#first === undefined) {
      this.#first = handle;
      this.#firstPassing = passing;
      return true;
    }
    const before = handle === this.#first ? this.#firstPassing : this.#others?.get(handle);
    if (handle !== this.#first) (this.#others ??= new Map<GuestHandle, Passing>()).set(handle, passing);
    return before === undefined || (before === 'borrow' && passing === 'borrow');
  }

  clear(): void {
    this.#first = undefined;
    this.#others = undefined;
  }
}
