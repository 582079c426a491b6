import { compileErrorAt } from '../errors/compile-error.js';

/** One index space: what has been defined so far, in order. */
export class IndexSpace<T> {
  readonly #what: string;
  readonly #elements: T[] = [];

  /** @param what - what the elements are called in messages: `core function` */
  constructor(what: string) {
    this.#what = what;
  }

  get size(): number {
    return this.#elements.length;
  }

  push(element: T): void {
    this.#elements.push(element);
  }

  /** @throws {CompileError} `unknown-index`, if nothing has this index yet. */
  get(index: number, offset: number): T {
    const element = this.#elements[index];
    if (element === undefined) {
      const message = `there is no ${this.#what} ${index}: ${this.size} are defined so far`;
      throw compileErrorAt('unknown-index', offset, message);
    }
    return element;
  }
}
