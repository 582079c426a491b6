import type { ResourceType } from './val-type.js';

/** Which found resource type stands for which expected one: identity along the path, not by spelling. */
export class ResourcePairs {
  readonly #found = new Map<ResourceType, ResourceType>();
  readonly #expected = new Map<ResourceType, ResourceType>();

  /** Pairs two resource types at the place that declares them; false if either stands for another already. */
  pair(expected: ResourceType, found: ResourceType): boolean {
    if (this.#found.has(expected) || this.#expected.has(found)) return this.same(expected, found);
    this.#found.set(expected, found);
    this.#expected.set(found, expected);
    return true;
  }

  /** What an expected resource type was paired with. */
  foundFor(expected: ResourceType): ResourceType | undefined {
    return this.#found.get(expected);
  }

  readonly same = (expected: ResourceType, found: ResourceType): boolean =>
    this.#found.get(expected) === found;
}
