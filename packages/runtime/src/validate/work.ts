import { compileErrorAt } from '../errors/compile-error.js';

/** What a component can take beyond what its definitions are worth. */
const limit = 1_000_000;

/** How many types each definition is worth, or each part of one. */
const worth = 10;

/**
 * Counts the types that validation goes through because a definition refers to them: what it copies and compares when
 * something is imported or instantiated. Types that share their parts can make that many more than the binary says:
 * this bounds it for all of one.
 */
export class Work {
  #left = limit;

  /** Called for each definition and declaration, and with the number of its parts for a type. */
  earn(parts = 1): void {
    this.#left += worth * parts;
  }

  /** What counts one type each time that it is called. */
  visitor(offset: number): () => void {
    return () => {
      this.spend(1, offset);
    };
  }

  /** @throws {CompileError} `type-too-large`, once that is too much. */
  spend(count: number, offset: number): void {
    this.#left -= count;
    if (this.#left >= 0) return;
    const message = `imports and instantiations take the component through more than ${limit} types`;
    throw compileErrorAt('type-too-large', offset, message);
  }
}
