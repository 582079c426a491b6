import type { Resolve, Stability } from '../resolve/model.js';

const prefix = 'left-out';

/** Names that a `Resolve` does not have, for what a feature left out of it. */
export class LeftOutNames {
  readonly #resolve: Resolve;
  #taken: Set<string> | undefined;
  #feature: string | undefined;
  #count = 0;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** The feature that all of it needs: one that nothing in the `Resolve` needs, so that it was not asked for. */
  get feature(): string {
    return (this.#feature ??= this.#unused());
  }

  /** Another name with each call. */
  next(): string {
    this.#feature ??= this.#unused();
    return this.#unused();
  }

  #unused(): string {
    this.#taken ??= new Set([...namesIn(this.#resolve)].map((name) => name.toLowerCase()));
    for (;;) {
      const name = ++this.#count === 1 ? prefix : `${prefix}-${this.#count}`;
      if (!this.#taken.has(name)) return name;
    }
  }
}

/** Every name that another must differ from, and every feature. */
function* namesIn({ worlds, interfaces, types, packages }: Resolve): Generator<string> {
  for (const found of packages) yield* [...found.interfaces.keys(), ...found.worlds.keys()];
  for (const { types: own, functions, stability } of interfaces) {
    yield* [...own.keys(), ...functions.keys(), ...featureOf(stability)];
    for (const func of functions.values()) yield* featureOf(func.stability);
  }
  for (const { imports, exports, stability } of worlds) {
    yield* [...imports.keys(), ...exports.keys(), ...featureOf(stability)];
    for (const item of [...imports.values(), ...exports.values()]) {
      if (item.kind === 'interface') yield* featureOf(item.stability);
      else if (item.kind === 'function') yield* featureOf(item.function.stability);
    }
  }
  for (const type of types) yield* featureOf(type.stability);
}

function featureOf(stability: Stability | undefined): string[] {
  return stability?.kind === 'unstable' ? [stability.feature] : [];
}
