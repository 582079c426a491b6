import { worldItemSpan } from '../resolve/model.js';
import type { Func, Resolve, TypeId, WorldId, WorldItem, WorldKey } from '../resolve/model.js';
import { madeByFuncs, madeByTypes, ownHandles } from './made-types.js';
import { usedInterface } from './uses.js';
import { isPlain } from './world-items.js';

export type Direction = 'imports' | 'exports';

export const directions: readonly Direction[] = ['imports', 'exports'];

/** An item of a world, by the place where it is declared. */
export interface PlacedItem {
  readonly direction: Direction;
  readonly key: WorldKey;
  readonly item: WorldItem;
  /** Where it stands among the items of its direction. */
  readonly index: number;
  readonly isPlain: boolean;
  /** The same for an item and what `include` makes of it. */
  readonly place: string;
}

/** The items of a world that have a place: none, where no text was parsed to it. */
export function placedItems({ worlds }: Resolve, id: WorldId): PlacedItem[] {
  return directions.flatMap((direction) =>
    [...(worlds[id]?.[direction] ?? [])].flatMap(([key, item], index) => {
      const { file, start, end } = worldItemSpan(item);
      if (start === end) return [];
      const plain = isPlain(key, item);
      const place = `${direction} ${plain ? '' : key} ${file} ${start}`;
      return [{ direction, key, item, index, isPlain: plain, place }];
    }),
  );
}

/** The imports of a world are sorted by this, its exports nearly so: see `world-elaboration.ts`. */
export function kindInOrder(resolve: Resolve, { direction, item }: PlacedItem): string {
  if (item.kind === 'interface') return `${direction} interface`;
  if (item.kind === 'function') return `${direction} ${item.function.kind.kind}`;
  return `${direction} ${usedInterface(resolve, item.id) === undefined ? 'type' : 'use'}`;
}

/** Whether an item is an interface written in place: `include` makes a copy of such a one. */
export function isInline({ interfaces }: Resolve, item: WorldItem): boolean {
  return item.kind === 'interface' && interfaces[item.id]?.name === undefined;
}

/** The types that `include` made for an item, if that is a copy. */
export function copiedTypes(resolve: Resolve, { item }: PlacedItem): readonly TypeId[] {
  if (item.kind === 'type') return madeByTypes(resolve, [item.id]);
  if (item.kind === 'function') return typesOfFuncs(resolve, [item.function]);
  if (!isInline(resolve, item)) return [];
  const { types, functions } = resolve.interfaces[item.id] ?? {};
  return [
    ...madeByTypes(resolve, types?.values() ?? []),
    ...typesOfFuncs(resolve, [...(functions?.values() ?? [])]),
  ];
}

function typesOfFuncs(resolve: Resolve, funcs: readonly Func[]): TypeId[] {
  return [...madeByFuncs(resolve, funcs), ...funcs.flatMap((func) => ownHandles(resolve, func))];
}
