import { worldItemSpan } from '../resolve/model.js';
import type { Resolve, TypeId, WorldId, WorldItem, WorldKey } from '../resolve/model.js';
import { topologicalOrder } from '../resolve/topological-order.js';
import { usedInterface } from './uses.js';
import { isPlain } from './world-items.js';

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

/** An item of a world that goes by a plain name. */
interface PlainItem {
  readonly direction: 'imports' | 'exports';
  readonly key: WorldKey;
  readonly item: WorldItem;
  /** Where it stands among the items of its direction. */
  readonly index: number;
  readonly place: string;
}

/**
 * Finds the `include` declarations again. A `Resolve` has what they bring in among a world's own items, but as copies,
 * with types of their own that come last. The place of a copy is that of the original, in a world that comes before.
 *
 * Worlds whose items have no place, because no text was parsed to them, are taken to include nothing. Interfaces that
 * an `include` brings in under their own names are the same with and without it.
 */
export function findIncludes(resolve: Resolve): readonly WorldIncludes[] {
  const worldsAt = new Map<string, WorldId[]>();
  const plain = resolve.worlds.map((_, id) => plainItems(resolve, id));
  return plain.map((items, id) => {
    const canInclude = (world: WorldId) => hasInterfacesOf(resolve, id, world);
    const worlds = (place: string) => (worldsAt.get(place) ?? []).filter(canInclude).reverse();
    const found = includesOf(items, worlds, plain);
    for (const place of new Set(items.map((item) => item.place))) {
      const worlds = worldsAt.get(place);
      if (worlds === undefined) worldsAt.set(place, [id]);
      else worlds.push(id);
    }
    return {
      includes: inOrder(resolve, found),
      imports: keysOf(found, 'imports'),
      exports: keysOf(found, 'exports'),
    };
  });
}

function plainItems({ worlds }: Resolve, id: WorldId): PlainItem[] {
  const world = worlds[id];
  if (world === undefined) return [];
  return (['imports', 'exports'] as const).flatMap((direction) =>
    [...world[direction]].flatMap(([key, item], index) => {
      const { file, start, end } = worldItemSpan(item);
      if (!isPlain(key, item) || start === end) return [];
      return [{ direction, key, item, index, place: `${direction} ${file} ${start}` }];
    }),
  );
}

/** An `include` brings in all interfaces that go by their own names. */
function hasInterfacesOf({ worlds }: Resolve, id: WorldId, included: WorldId): boolean {
  return (['imports', 'exports'] as const).every((direction) => {
    const items = worlds[included]?.[direction] ?? new Map<WorldKey, WorldItem>();
    const here = worlds[id]?.[direction];
    return [...items].every(([key, item]) => isPlain(key, item) || here?.has(key) === true);
  });
}

interface FoundInclude extends Include {
  /** The copies. */
  readonly items: readonly PlainItem[];
}

/** Of the worlds that have an item, the last is taken first: it may include the others. */
function includesOf(
  items: readonly PlainItem[],
  worldsAt: (place: string) => readonly WorldId[],
  plain: readonly (readonly PlainItem[])[],
): FoundInclude[] {
  const rest = new Map<string, PlainItem[]>();
  for (const item of items) {
    const others = rest.get(item.place);
    if (others === undefined) rest.set(item.place, [item]);
    else others.push(item);
  }
  const found: FoundInclude[] = [];
  for (const item of items) {
    while (rest.get(item.place)?.includes(item) === true) {
      const include = firstMatch(worldsAt(item.place), plain, rest);
      if (include === undefined) break;
      found.push(include);
      for (const copy of include.items) removeFrom(rest.get(copy.place) ?? [], copy);
    }
  }
  return found;
}

function firstMatch(
  worlds: readonly WorldId[],
  plain: readonly (readonly PlainItem[])[],
  rest: ReadonlyMap<string, readonly PlainItem[]>,
): FoundInclude | undefined {
  for (const world of worlds) {
    const include = matchWorld(world, plain[world] ?? [], rest);
    if (include !== undefined) return include;
  }
  return undefined;
}

/** @returns `undefined` when some item of the world has no copy. */
function matchWorld(
  world: WorldId,
  originals: readonly PlainItem[],
  rest: ReadonlyMap<string, readonly PlainItem[]>,
): FoundInclude | undefined {
  const renames = new Map<string, string>();
  const items = new Set<PlainItem>();
  for (const { place, key } of originals) {
    const copy = rest.get(place)?.find((each) => !items.has(each));
    if (copy === undefined) return undefined;
    items.add(copy);
    if (copy.key !== key && !key.startsWith('[')) renames.set(key, copy.key);
  }
  return { world, renames, items: [...items] };
}

function removeFrom(items: PlainItem[], item: PlainItem): void {
  items.splice(items.indexOf(item), 1);
}

function keysOf(found: readonly FoundInclude[], direction: PlainItem['direction']): ReadonlySet<WorldKey> {
  const items = found.flatMap((include) => include.items);
  return new Set(items.filter((item) => item.direction === direction).map(({ key }) => key));
}

/** In an order in which the copies of each kind have the order that they have, and their types and interfaces too. */
function inOrder(resolve: Resolve, found: readonly FoundInclude[]): readonly Include[] {
  if (found.length < 2) return found;
  const before = found.map((): number[] => []);
  for (const marks of marksByKind(resolve, found).values()) {
    const includes = [...new Set(marks.sort((a, b) => a.at - b.at).map(({ include }) => include))];
    for (const [index, include] of includes.entries()) {
      const previous = includes[index - 1];
      if (previous !== undefined) before[include]?.push(previous);
    }
  }
  const { order } = topologicalOrder(before);
  if (order.length < found.length) return found;
  return order.map((index) => found[index]).filter((include) => include !== undefined);
}

/** Where something stands that an `include` brings in, among others of its kind. */
interface Mark {
  readonly include: number;
  readonly at: number;
}

function marksByKind(resolve: Resolve, found: readonly FoundInclude[]): ReadonlyMap<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (kind: string, mark: Mark) => {
    const others = marks.get(kind);
    if (others === undefined) marks.set(kind, [mark]);
    else others.push(mark);
  };
  for (const [include, { items }] of found.entries()) {
    for (const { direction, item, index } of items) {
      add(`${direction} ${kindInOrder(resolve, item)}`, { include, at: index });
      const type = someType(resolve, item);
      if (type !== undefined) add('types', { include, at: type });
      if (item.kind === 'interface' && resolve.interfaces[item.id]?.name === undefined) {
        add('interfaces', { include, at: item.id });
      }
    }
  }
  return marks;
}

/** The imports of a world are sorted by this: see `world-elaboration.ts`. */
function kindInOrder(resolve: Resolve, item: WorldItem): string {
  if (item.kind === 'interface') return 'interface';
  if (item.kind === 'type') return usedInterface(resolve, item.id) === undefined ? 'type' : 'use';
  return item.function.kind.kind;
}

/** One of the types that are copied with an item. */
function someType({ interfaces }: Resolve, item: WorldItem): TypeId | undefined {
  if (item.kind === 'type') return item.id;
  if (item.kind === 'interface') {
    const source = interfaces[item.id];
    return source?.name === undefined ? source?.types.values().next().value : undefined;
  }
  const { params, result } = item.function;
  return [...params.map(({ type }) => type), result].find((type) => typeof type === 'number');
}
