import type { Identifier } from '../syntax/ast.js';
import type { FileContext, Report } from './context.js';
import type { PlacedItem } from './package-scopes.js';
import { findLocal } from './path-lookup.js';
import { reportItemCycle } from './rules/item-cycles.js';
import { topologicalOrder } from './topological-order.js';

/**
 * The interfaces and worlds of a package, each after those of the same package that it takes types from or includes.
 * Those that depend on themselves, or need one that does, come last; the cycles are reported.
 */
export function orderItems(
  report: Report,
  placed: readonly PlacedItem[],
  files: readonly FileContext[],
): readonly PlacedItem[] {
  const uses = placed.map((item) => localUses(item, placed, files[item.file]));
  if (uses.every((list, index) => list.every(({ target }) => target < index))) return placed;
  const { order, cycles } = topologicalOrder(uses.map((list) => list.map(({ target }) => target)));
  for (const cycle of cycles) {
    const steps = cycle.flatMap(({ from, to }) => {
      const use = uses[from]?.find(({ target }) => target === to)?.name;
      const [user, used] = [placed[from], placed[to]];
      if (user === undefined || used === undefined || use === undefined) return [];
      return [{ from: user.syntax.name, to: used.syntax.name, use }];
    });
    reportItemCycle(report, steps);
  }
  return order.flatMap((index) => placed[index] ?? []);
}

interface LocalUse {
  readonly target: number;
  readonly name: Identifier;
}

const noUses: readonly LocalUse[] = [];

function localUses(
  { needs }: PlacedItem,
  placed: readonly PlacedItem[],
  file: FileContext | undefined,
): readonly LocalUse[] {
  if (needs.length === 0 || file === undefined) return noUses;
  const uses: LocalUse[] = [];
  for (const name of needs) {
    const found = findLocal(file, name.text);
    if (found !== undefined && placed[found.index]?.scope === found) uses.push({ target: found.index, name });
  }
  return uses;
}
