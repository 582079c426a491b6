import type { Resolve } from '../resolve/model.js';
import { topologicalOrder } from '../resolve/topological-order.js';
import type { FoundInclude, Include } from './includes.js';
import { copiedTypes, isInline, kindInOrder } from './placed-items.js';

/** Where something stands that an `include` brings in, among others of its kind. */
interface Mark {
  readonly include: number;
  readonly at: number;
}

/** In an order in which the items of each kind have the order that they have, and their types and interfaces too. */
export function orderIncludes(resolve: Resolve, found: readonly FoundInclude[]): readonly Include[] {
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

function marksByKind(resolve: Resolve, found: readonly FoundInclude[]): ReadonlyMap<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (kind: string, mark: Mark) => {
    const others = marks.get(kind);
    if (others === undefined) marks.set(kind, [mark]);
    else others.push(mark);
  };
  for (const [include, { items }] of found.entries()) {
    for (const item of items) {
      const [type] = copiedTypes(resolve, item);
      if (type !== undefined) add('types', { include, at: type });
      add(kindInOrder(resolve, item), { include, at: item.index });
      if (item.item.kind === 'interface' && isInline(resolve, item.item)) {
        add('inline', { include, at: item.item.id });
      }
    }
  }
  return marks;
}
