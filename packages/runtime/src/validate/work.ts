import { compileErrorAt } from '../errors/compile-error.js';

/** What any binary may cost. */
const base = 1_000_000;

/** What each of its bytes may cost beside. */
const forEachByte = 4;

/**
 * Counts the types that validation goes through because others refer to them. Types that share their parts can make
 * that many more than the binary says: this bounds it for the whole binary.
 */
export class Work {
  #left: number;

  /** @param size - of the binary, in bytes */
  constructor(size: number) {
    this.#left = base + size * forEachByte;
  }

  /** @throws {CompileError} `type-too-large`, once that is too much. */
  spend(count: number, offset: number): void {
    this.#left -= count;
    if (this.#left >= 0) return;
    const message = 'the types of the component refer to each other too often to be checked';
    throw compileErrorAt('type-too-large', offset, message);
  }
}
