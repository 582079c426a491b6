import type { Func, PackageId, Resolve, TypeId, WorldItem } from '../resolve/model.js';
import { structuralKey } from '../resolve/type-elements.js';
import { MadeTypes, ownHandles } from './made-types.js';

/**
 * Follows how types come to be, and tells those that are there although nothing that is there made them. Only types that
 * were parsed, and so have a place, are told.
 */
export class LeftOverTypes {
  readonly #resolve: Resolve;
  /** The types that something in each package refers to. */
  readonly #ofPackages: readonly ReadonlySet<TypeId>[];
  readonly #used: ReadonlySet<TypeId>;
  /** The last type that was made. */
  #last = -1;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
    this.#ofPackages = typesOfPackages(resolve);
    this.#used = new Set(this.#ofPackages.flatMap((types) => [...types]));
  }

  /** What was made right before these types, which are in the order of their ids. */
  before(types: readonly TypeId[]): TypeId[] {
    const first = types.find((id) => id > this.#last);
    if (first === undefined) return [];
    const left = this.#leftBetween(this.#last + 1, first);
    this.#last = types.at(-1) ?? first;
    return left;
  }

  /**
   * What was made in a package after all its items. Then come the handles that signatures need, and the copies that
   * `include` makes. A type that the package has already must be of the next one: in one package there is no second.
   */
  atEnd(id: PackageId): TypeId[] {
    const used = this.#ofPackages[id] ?? new Set();
    const start = this.#last + 1;
    let end = start;
    const known = this.#isUnused(end) ? new Set([...used].map((type) => this.#keyOf(type))) : undefined;
    while (known !== undefined && this.#isUnused(end) && !known.has(this.#keyOf(end))) end++;
    this.#last = end - 1;
    for (const type of used) this.#last = Math.max(this.#last, type);
    return this.#leftBetween(start, end);
  }

  #isUnused(id: TypeId): boolean {
    return id < this.#resolve.types.length && !this.#used.has(id);
  }

  #leftBetween(start: TypeId, end: TypeId): TypeId[] {
    const ids = Array.from({ length: end - start }, (_, index) => start + index);
    return ids.filter((id) => {
      const type = this.#resolve.types[id];
      return type !== undefined && type.name === undefined && type.span.start < type.span.end;
    });
  }

  #keyOf(id: TypeId): string {
    const type = this.#resolve.types[id];
    return type === undefined || type.name !== undefined ? '' : structuralKey(type.kind);
  }
}

function typesOfPackages(resolve: Resolve): Set<TypeId>[] {
  const made = resolve.packages.map(() => new MadeTypes(resolve));
  const handles = resolve.packages.map((): TypeId[] => []);
  const addFunc = (func: Func, id: PackageId) => {
    made[id]?.addFunc(func);
    for (const handle of ownHandles(resolve, func)) handles[id]?.push(handle);
  };
  for (const { types, functions, package: id } of resolve.interfaces) {
    for (const type of types.values()) made[id]?.addDeclared(type);
    for (const func of functions.values()) addFunc(func, id);
  }
  for (const { imports, exports, package: id } of resolve.worlds) {
    const addItem = (item: WorldItem) => {
      if (item.kind === 'type') made[id]?.addDeclared(item.id);
      else if (item.kind === 'function') addFunc(item.function, id);
    };
    for (const item of [...imports.values(), ...exports.values()]) addItem(item);
  }
  return made.map((types, id) => new Set([...types.sorted, ...(handles[id] ?? [])]));
}
