import { compareVersions, compatibleVersions, type Version } from './versioned-name.js';

/**
 * Things by name, where a name with a version also answers to the names of compatible versions: exact name first,
 * else the greatest version defined that is compatible.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#canonical-interface-name
 */
export class NameMap<T> {
  readonly #exact = new Map<string, T>();
  /** By the key that compatible versions share: the greatest version, and its name. */
  readonly #compatible = new Map<string, { version: Version; name: string }>();

  /** Defines a name, in place of what it stood for before. */
  set(name: string, value: T): void {
    this.#exact.set(name, value);
    const versioned = compatibleVersions(name);
    if (versioned === undefined) return;
    const greatest = this.#compatible.get(versioned.key);
    if (greatest === undefined || compareVersions(versioned.version, greatest.version) > 0) {
      this.#compatible.set(versioned.key, { version: versioned.version, name });
    }
  }

  /** What is defined by exactly this name. */
  getExact(name: string): T | undefined {
    return this.#exact.get(name);
  }

  /** What is defined by this name, or by that of a compatible version. */
  get(name: string): T | undefined {
    if (this.#exact.has(name)) return this.#exact.get(name);
    const versioned = compatibleVersions(name);
    const compatible = versioned && this.#compatible.get(versioned.key);
    return compatible && this.#exact.get(compatible.name);
  }

  keys(): IterableIterator<string> {
    return this.#exact.keys();
  }
}
