/** Pairs of types of which the second is known to fit the first, so that none is compared twice. */
export class CheckedPairs<Expected extends object, Found extends object> {
  readonly #fitting = new WeakMap<Expected, WeakSet<Found>>();

  has(expected: Expected, found: Found): boolean {
    return this.#fitting.get(expected)?.has(found) === true;
  }

  add(expected: Expected, found: Found): void {
    let fitting = this.#fitting.get(expected);
    if (fitting === undefined) this.#fitting.set(expected, (fitting = new WeakSet()));
    fitting.add(found);
  }
}
