import type { Resolve, TypeId, WorldId, WorldKey } from '../resolve/model.js';
import { orderIncludes } from './include-order.js';
import { copiedTypes, directions, kindInOrder, placedItems } from './placed-items.js';
import type { Direction, PlacedItem } from './placed-items.js';

/** `include` of a world, with its renames: from the name there to the name here. */
export interface Include {
  readonly world: WorldId;
  readonly renames: ReadonlyMap<string, string>;
}

export interface WorldIncludes {
  readonly includes: readonly Include[];
  /** The plain names that they bring in. */
  readonly imports: ReadonlySet<WorldKey>;
  readonly exports: ReadonlySet<WorldKey>;
}

export const noIncludes: WorldIncludes = { includes: [], imports: new Set(), exports: new Set() };

/** An `include`, with what it brought in. */
export interface FoundInclude extends Include {
  readonly items: PlacedItem[];
}

/**
 * Finds the `include` declarations again. A `Resolve` has what they bring in among a world's own items, but as copies,
 * with types of their own that come last. The place of a copy is that of the original, in a world that comes before.
 *
 * Worlds whose items have no place, because no text was parsed to them, are taken to include nothing.
 */
export function findIncludes(resolve: Resolve): readonly WorldIncludes[] {
  const finder = new IncludeFinder(resolve);
  return resolve.worlds.map((_, id) => finder.find(id));
}

class IncludeFinder {
  readonly #resolve: Resolve;
  /** The items of the worlds that were looked at, and those worlds by the places of their items. */
  readonly #items: (readonly PlacedItem[])[] = [];
  readonly #worldsAt = new Map<string, WorldId[]>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** Worlds must come in the order of their ids: a world includes only those before it. */
  find(id: WorldId): WorldIncludes {
    const items = placedItems(this.#resolve, id);
    const found = this.#copies(id, items);
    for (const include of this.#interfaces(id, items, found)) found.push(include);
    this.#remember(id, items);
    const keys = (direction: Direction) =>
      new Set(
        found
          .flatMap((include) => include.items)
          .flatMap((each) => (each.isPlain && each.direction === direction ? [each.key] : [])),
      );
    const includes = orderIncludes(this.#resolve, found);
    return { includes, imports: keys('imports'), exports: keys('exports') };
  }

  #remember(id: WorldId, items: readonly PlacedItem[]): void {
    this.#items[id] = items;
    for (const place of new Set(items.map((item) => item.place))) {
      const worlds = this.#worldsAt.get(place);
      if (worlds === undefined) this.#worldsAt.set(place, [id]);
      else worlds.push(id);
    }
  }

  /** Those that bring in plain names. Of the worlds that have an item, the last comes first: it may include the others. */
  #copies(id: WorldId, items: readonly PlacedItem[]): FoundInclude[] {
    const rest = new Map<string, PlacedItem[]>();
    for (const item of items) {
      if (!item.isPlain) continue;
      const same = rest.get(item.place);
      if (same === undefined) rest.set(item.place, [item]);
      else same.push(item);
    }
    const found: FoundInclude[] = [];
    for (const item of items) {
      while (rest.get(item.place)?.includes(item) === true) {
        const include = this.#firstMatch(id, item, rest);
        if (include === undefined) break;
        found.push(include);
        for (const copy of include.items) removeFrom(rest.get(copy.place) ?? [], copy);
      }
    }
    return found;
  }

  /** Of two that bring in the same plain names, the one that would leave the gates of all interfaces as they are. */
  #firstMatch(
    id: WorldId,
    { place }: PlacedItem,
    rest: ReadonlyMap<string, readonly PlacedItem[]>,
  ): FoundInclude | undefined {
    let first: FoundInclude | undefined;
    for (const world of this.#worldsAt.get(place)?.toReversed() ?? []) {
      const include = this.#match(world, rest, 'find') ?? this.#match(world, rest, 'findLast');
      if (include === undefined || !this.#hasInterfacesOf(id, world)) continue;
      if (first !== undefined && include.items.length < first.items.length) continue;
      first ??= include;
      if (this.#hasGatesOf(id, world)) return include;
    }
    return first;
  }

  /**
   * @param find - Which copy is taken where an item has several.
   * @returns `undefined` when an item of the world has no copy, or the copies cannot come from one `include`.
   */
  #match(
    world: WorldId,
    rest: ReadonlyMap<string, readonly PlacedItem[]>,
    find: 'find' | 'findLast',
  ): FoundInclude | undefined {
    const renames = new Map<string, string>();
    const items = new Set<PlacedItem>();
    const last = new Map<string, number>();
    for (const { isPlain, place, key } of this.#items[world] ?? []) {
      if (!isPlain) continue;
      const copy = rest.get(place)?.[find]((each) => !items.has(each));
      if (copy === undefined) return undefined;
      const kind = kindInOrder(this.#resolve, copy);
      if (copy.index < (last.get(kind) ?? -1)) return undefined;
      last.set(kind, copy.index);
      items.add(copy);
      if (copy.key !== key && !key.startsWith('[')) renames.set(key, copy.key);
    }
    return this.#areCopiedInOrder(items) ? { world, renames, items: [...items] } : undefined;
  }

  /** One `include` makes all types one after another, item by item. */
  #areCopiedInOrder(items: Iterable<PlacedItem>): boolean {
    const copied = new Set<TypeId>();
    let [first, last] = [Infinity, -Infinity];
    for (const item of items) {
      const types = copiedTypes(this.#resolve, item).filter((type) => !copied.has(type));
      const end = last;
      for (const type of types) {
        if (type < end) return false;
        copied.add(type);
        [first, last] = [Math.min(first, type), Math.max(last, type)];
      }
    }
    return copied.size === 0 || last - first + 1 === copied.size;
  }

  /** An `include` brings in all interfaces that go by their own names. */
  #hasInterfacesOf(id: WorldId, included: WorldId): boolean {
    const world = this.#resolve.worlds[id];
    const there = this.#items[included] ?? [];
    return there.every(({ isPlain, direction, key }) => isPlain || world?.[direction].has(key) === true);
  }

  #hasGatesOf(id: WorldId, included: WorldId): boolean {
    const world = this.#resolve.worlds[id];
    return (this.#items[included] ?? []).every(({ isPlain, direction, key, item }) => {
      const here = world?.[direction].get(key);
      if (isPlain || item.kind !== 'interface' || here?.kind !== 'interface') return true;
      return item.stability === undefined || here.stability !== undefined;
    });
  }

  /**
   * Those that bring in nothing but interfaces under their own names. They are the same with and without an `include`,
   * but written they would come before what other worlds bring in. So only those after it need one.
   */
  #interfaces(id: WorldId, items: readonly PlacedItem[], copies: readonly FoundInclude[]): FoundInclude[] {
    const copied = new Set(copies.flatMap((include) => include.items));
    const bringers = new Map<string, FoundInclude[]>();
    const add = (include: FoundInclude) => {
      for (const key of this.#interfacesOf(include.world))
        bringers.set(key, [...(bringers.get(key) ?? []), include]);
    };
    copies.forEach(add);
    const found: FoundInclude[] = [];
    for (const direction of directions) {
      const interfaces = items.filter(
        (each) => each.direction === direction && each.item.kind === 'interface',
      );
      const start = interfaces.findIndex((each) => copied.has(each));
      for (const item of start === -1 ? [] : interfaces.slice(start)) {
        const [bringer, ...others] = bringers.get(`${direction} ${item.key}`) ?? [];
        if (bringer !== undefined && others.length === 0) bringer.items.push(item);
        if (item.isPlain || bringer !== undefined) continue;
        const world = this.#worldsAt.get(item.place)?.findLast((each) => this.#isOfInterfaces(id, each));
        if (world === undefined) continue;
        const include = { world, renames: new Map<string, string>(), items: [item] };
        found.push(include);
        add(include);
      }
    }
    return found;
  }

  #isOfInterfaces(id: WorldId, world: WorldId): boolean {
    return this.#items[world]?.every(({ isPlain }) => !isPlain) === true && this.#hasInterfacesOf(id, world);
  }

  #interfacesOf(world: WorldId): string[] {
    const items = this.#items[world] ?? [];
    return items.flatMap(({ isPlain, direction, key }) => (isPlain ? [] : [`${direction} ${key}`]));
  }
}

function removeFrom<Value>(list: Value[], value: Value): void {
  list.splice(list.indexOf(value), 1);
}
