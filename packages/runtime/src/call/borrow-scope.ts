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
  /** Most calls have one. */
  #lender: Lender | undefined = undefined;
  #otherLenders: Lender[] | undefined = undefined;
  #borrowed: Borrowed[] | undefined = undefined;

  lend(lender: Lender): void {
    lender.lends += 1;
    if (this.#lender === undefined) this.#lender = lender;
    else (this.#otherLenders ??= []).push(lender);
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

  /** Ends what is borrowed. The scope can serve another call then. */
  end(): void {
    this.borrows = 0;
    if (this.#lender !== undefined) this.#lender.lends -= 1;
    this.#lender = undefined;
    if (this.#otherLenders !== undefined || this.#borrowed !== undefined) this.#endOthers();
  }

  #endOthers(): void {
    for (const lender of this.#otherLenders ?? []) lender.lends -= 1;
    for (const handle of this.#borrowed ?? []) handle.end('was borrowed for a call that has returned');
    this.#otherLenders = undefined;
    this.#borrowed = undefined;
  }
}
