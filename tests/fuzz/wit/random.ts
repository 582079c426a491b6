/** Numbers that look random and depend on the seed alone (mulberry32). */
export class Random {
  #state: number;

  /** @param numbers - Any integers; each list of them gives a sequence of its own. */
  constructor(...numbers: readonly number[]) {
    this.#state = 0x9e3779b9;
    for (const number of numbers) this.#state = this.#scramble() ^ Math.imul(number, 0x85ebca6b);
  }

  /** An integer from 0 up to the limit, which it never is. */
  below(limit: number): number {
    return Math.floor((this.#scramble() / 2 ** 32) * limit);
  }

  /** 1 in most cases, and 4 at most. */
  few(): number {
    return Math.max(1, this.below(8) - 3);
  }

  /** An index at which something can be inserted into a list, its end included. */
  gap(list: { readonly length: number }): number {
    return this.below(list.length + 1);
  }

  /** @throws RangeError when there is nothing to choose from */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to choose from');
    return item;
  }

  #scramble(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  }
}
