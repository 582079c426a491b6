import { Trap } from '../errors/trap.js';

/** Something that can be lent: a guest's handle, or the host's. */
export interface Lender {
  lends: number;
}

/** Something that is good for one call. */
export interface Borrowed {
  end(how: string): void;
}

/** What is borrowed for the time of one call. */
export class BorrowScope {
  /** Borrow handles that the callee has not dropped yet. */
  borrows = 0;
  #lenders: Lender[] | undefined;
  #borrowed: Borrowed[] | undefined;

  lend(lender: Lender): void {
    lender.lends += 1;
    (this.#lenders ??= []).push(lender);
  }

  /** Ends a handle of the host's with the call. */
  endWithCall(handle: Borrowed): void {
    (this.#borrowed ??= []).push(handle);
  }

  /** @throws {Trap} if the callee kept a handle that it borrowed. */
  checkDropped(): void {
    if (this.borrows > 0) {
      throw new Trap('borrow-not-dropped', 'borrow handles still remain at the end of the call');
    }
  }

  end(): void {
    for (const lender of this.#lenders ?? []) lender.lends -= 1;
    for (const handle of this.#borrowed ?? []) handle.end('was borrowed for a call that has returned');
  }
}
