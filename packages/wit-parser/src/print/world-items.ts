import { interfaceKey } from '../resolve/model.js';
import type { InterfaceId, Resolve, Stability, World, WorldItem, WorldKey } from '../resolve/model.js';
import { walkDependencies } from '../resolve/dependency-walk.js';
import type { Include } from './includes.js';
import { usedInterface } from './uses.js';

export type Entry = readonly [WorldKey, WorldItem];

/**
 * Without what an `include` brings in. Interfaces that come after a plain name of an `include` are not written either:
 * what is written would come before, and they are there anyway.
 */
export function ownItems(items: ReadonlyMap<WorldKey, WorldItem>, included: ReadonlySet<WorldKey>): Entry[] {
  const own: Entry[] = [];
  let isAfterIncluded = false;
  for (const [key, item] of items) {
    if (isPlain(key, item) && included.has(key)) isAfterIncluded ||= item.kind === 'interface';
    else if (isPlain(key, item) || !isAfterIncluded) own.push([key, item]);
  }
  return own;
}

/** The imports or the exports of a world, and what it includes. */
export interface Items {
  readonly world: World;
  readonly direction: 'imports' | 'exports';
  readonly includes: readonly Include[];
}

/**
 * Interfaces are written even where another item would bring them in. But one that an `include` would give another
 * stability must not be: it can only be there because an interface after it needs it. Then all that this one needs is
 * left to it.
 */
export function withoutImplied(resolve: Resolve, items: Items, own: readonly Entry[]): readonly Entry[] {
  const contested = new Set(
    own.filter((entry) => isContested(resolve, items, entry)).map(([key]): WorldKey => key),
  );
  if (contested.size === 0) return own;
  const all = [...items.world[items.direction]].filter(([, item]) => item.kind === 'interface');
  const implied = new Set<WorldKey>();
  const walk = new ImpliedWalk(resolve, items);
  for (const [index, [key]] of all.entries()) {
    if (contested.has(key) && !implied.has(key)) {
      for (const each of walk.from(all, index)) implied.add(each);
    }
    walk.visited.add(key);
  }
  return own.filter(([key]) => !implied.has(key));
}

/** Whether the item would have another stability, or none that all agree on, if it was written. See `includes.ts`. */
function isContested(
  { worlds }: Resolve,
  { world, direction, includes }: Items,
  [key, item]: Entry,
): boolean {
  if (item.kind !== 'interface' || isPlain(key, item)) return false;
  let { stability } = item;
  for (const include of includes) {
    const source = worlds[include.world];
    const there = source?.[direction].get(key);
    if (there?.kind !== 'interface') continue;
    if (source?.package !== world.package && there.stability?.kind === 'stable') stability = undefined;
    else if (there.stability !== undefined) {
      if (stability !== undefined && !isSame(stability, there.stability)) return true;
      stability = there.stability;
    }
  }
  return !isSame(stability, item.stability);
}

/** The walk of `world-elaboration.ts`. */
class ImpliedWalk {
  readonly visited = new Set<WorldKey>();
  readonly #resolve: Resolve;
  readonly #items: Items;

  constructor(resolve: Resolve, items: Items) {
    this.#resolve = resolve;
    this.#items = items;
  }

  /** The keys from an index on that one later interface brings in, and nothing else: without its own. */
  from(interfaces: readonly Entry[], index: number): readonly WorldKey[] {
    for (const [offset, [key, item]] of interfaces.slice(index + 1).entries()) {
      if (item.kind !== 'interface') continue;
      const left = this.#broughtBy(key, item.id);
      const expected = interfaces.slice(index, index + offset + 2).map(([each]) => each);
      if (left.length === expected.length && left.every((each, at) => each === expected[at]))
        return left.slice(0, -1);
    }
    return [];
  }

  #broughtBy(key: WorldKey, id: InterfaceId): WorldKey[] {
    const { world, direction } = this.#items;
    const left: WorldKey[] = [];
    const entered = new Set(this.visited);
    walkDependencies<{ readonly key: WorldKey; readonly id: InterfaceId }>(
      { key, id },
      {
        enter: (node) => !entered.has(node.key) && entered.add(node.key).size > 0,
        dependencies: (node) =>
          usedInterfaces(this.#resolve, node.id)
            .map((used) => ({ key: interfaceKey(used), id: used }))
            .filter((used) => world[direction].has(used.key)),
        leave: (node) => left.push(node.key),
      },
    );
    return left;
  }
}

function usedInterfaces(resolve: Resolve, id: InterfaceId): InterfaceId[] {
  const types = [...(resolve.interfaces[id]?.types.values() ?? [])];
  return types.map((type) => usedInterface(resolve, type)).filter((used) => used !== undefined);
}

/** Whether an item goes by a plain name, and not by that of its interface. */
export function isPlain(key: WorldKey, item: WorldItem): boolean {
  return item.kind !== 'interface' || key !== interfaceKey(item.id);
}

function isSame(a: Stability | undefined, b: Stability | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
