import type { Func, PackageId, Resolve, TypeId } from '../resolve/model.js';
import { elementTypes, structuralKey } from '../resolve/type-elements.js';
import { madeByFuncs, madeByTypes, madeElsewhere, ownHandles } from './made-types.js';

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
  #firstOfPackage = 0;
  #containers: ReadonlyMap<TypeId, TypeId> | undefined;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
    this.#ofPackages = typesOfPackages(resolve);
    this.#used = new Set(this.#ofPackages.flatMap((types) => [...types]));
  }

  /**
   * What was made right before these types, which are in the order in which a declaration makes them. It makes them one
   * after another, so what is older than the last gap or turn in their order was there already.
   */
  before(types: readonly TypeId[]): TypeId[] {
    const last = types.reduce((a, b) => Math.max(a, b), -1);
    if (last <= this.#last) return [];
    let before = last;
    let older = this.#last;
    for (const id of types.toReversed()) {
      if (before <= older) break;
      if (id === before) before--;
      else older = Math.max(older, id);
    }
    const left = this.#leftBetween(this.#last + 1, before + 1);
    this.#last = last;
    return left;
  }

  /** Declared types are made one after another, and nothing between. */
  beforeDeclared(types: readonly TypeId[]): TypeId[] {
    const [first] = types;
    if (first === undefined) return [];
    const made = madeByTypes(this.#resolve, [first]);
    const elsewhere = new Set(madeElsewhere(this.#resolve, made, this.#resolve.types[first]?.stability));
    const left = this.before(made.filter((id) => !elsewhere.has(id)));
    this.#last = Math.max(this.#last, ...types.slice(-1));
    return left;
  }

  /**
   * What was made in a package after all its items. Then come the handles that signatures need, and the copies that
   * `include` makes.
   */
  atEnd(id: PackageId): TypeId[] {
    const used = this.#ofPackages[id] ?? new Set();
    const start = this.#last + 1;
    let end = start;
    while (this.#isUnused(end) || this.#isHandleIn(end)) end++;
    end = this.#endOfPackage(start, end);
    this.#last = end - 1;
    for (const type of used) this.#last = Math.max(this.#last, type);
    this.#firstOfPackage = this.#last + 1;
    return this.#leftBetween(start, end);
  }

  /** A type that the package has already is of the next one, with all that has it as a part: none is made twice. */
  #endOfPackage(start: TypeId, end: TypeId): TypeId {
    if (start === end) return end;
    const known = new Set<string>();
    for (let id = this.#firstOfPackage; id < start; id++) known.add(this.#keyOf(id));
    let next = start;
    for (; next < end && !known.has(this.#keyOf(next)); next++) known.add(this.#keyOf(next));
    for (let id = end - 1; id >= start; id--) if (this.#lastWith(id) >= next) next = Math.min(next, id);
    return next;
  }

  /** The last type that nothing refers to and that has this one as a part. */
  #lastWith(id: TypeId): TypeId {
    this.#containers ??= containersOf(this.#resolve, (type) => this.#isUnused(type));
    return this.#containers.get(id) ?? -1;
  }

  /** Whether a handle was made with such a type, although a signature would have made it later. */
  #isHandleIn(id: TypeId): boolean {
    return this.#resolve.types[id]?.kind.kind === 'own' && this.#lastWith(id) > id;
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

function containersOf(
  { types }: Resolve,
  isContainer: (type: TypeId) => boolean,
): ReadonlyMap<TypeId, TypeId> {
  const containers = new Map<TypeId, TypeId>();
  for (const [id, { kind }] of types.entries()) {
    if (!isContainer(id)) continue;
    for (const part of elementTypes(kind)) if (typeof part === 'number') containers.set(part, id);
  }
  return containers;
}

/** The declared types and those in signatures, with the handles. */
function typesOfPackages(resolve: Resolve): Set<TypeId>[] {
  const declared = resolve.packages.map((): TypeId[] => []);
  const funcs = resolve.packages.map((): Func[] => []);
  for (const { types, functions, package: id } of resolve.interfaces) {
    for (const type of types.values()) declared[id]?.push(type);
    for (const func of functions.values()) funcs[id]?.push(func);
  }
  for (const { imports, exports, package: id } of resolve.worlds) {
    for (const item of [...imports.values(), ...exports.values()]) {
      if (item.kind === 'type') declared[id]?.push(item.id);
      else if (item.kind === 'function') funcs[id]?.push(item.function);
    }
  }
  return declared.map((types, id) => {
    const own = funcs[id] ?? [];
    const handles = own.flatMap((func) => ownHandles(resolve, func));
    return new Set([...madeByTypes(resolve, types), ...madeByFuncs(resolve, own), ...handles]);
  });
}
