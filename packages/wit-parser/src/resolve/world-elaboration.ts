import type { Arenas, WorldDraft } from './arenas.js';
import type { PackageContext } from './context.js';
import { walkDependencies } from './dependency-walk.js';
import type { Walk } from './dependency-walk.js';
import { impliedItem } from './implied-items.js';
import type { InterfaceNode } from './implied-items.js';
import type { WorldItem, WorldKey } from './model.js';
import { reportConflictingExport } from './rules/conflicting-exports.js';
import { addExports } from './world-exports.js';

/**
 * Completes a world: every interface whose types its items need is imported too, unless it is exported, and items come
 * after what they need. See "Transitive imports and worlds" in the standard's WIT.md.
 *
 * @param hasAllItems - If not, what an export needs may only seem to be missing.
 */
export function elaborateWorld(
  { arenas, report }: PackageContext,
  world: WorldDraft,
  hasAllItems: boolean,
): void {
  const imports = elaborateImports(arenas, sortImports(arenas, world.imports));
  const exports = new Map<WorldKey, WorldItem>();
  const conflict = addExports(arenas, world.exports, imports, exports);
  if (conflict !== undefined && hasAllItems) {
    reportConflictingExport(report, arenas, world, conflict.key, conflict.item, conflict.needed);
  }
  world.imports = sortImports(arenas, imports);
  world.exports = exports;
}

/** Adds, before each import, those that it needs. */
function elaborateImports(arenas: Arenas, items: ReadonlyMap<WorldKey, WorldItem>): Map<WorldKey, WorldItem> {
  const imports = new Map<WorldKey, WorldItem>();
  const walk: Walk<InterfaceNode> = {
    enter: ({ key }) => !imports.has(key),
    dependencies: ({ item }) =>
      arenas.interfaceDependencies(item.id).map((id) => impliedItem(arenas, id, item)),
    leave: ({ key, item }) => void imports.set(key, item),
  };
  for (const [key, item] of items) {
    if (item.kind === 'interface') {
      walkDependencies({ key, item }, walk);
      continue;
    }
    const used = item.kind === 'type' ? arenas.usedInterface(item.id) : undefined;
    if (item.kind === 'type' && used !== undefined) {
      const { stability } = arenas.type(item.id);
      walkDependencies(impliedItem(arenas, used, { stability, span: item.span }), walk);
    }
    imports.set(key, item);
  }
  return imports;
}

/** Interfaces, then the types of a world (those it uses first), then its functions, those of resources last. */
function sortImports(arenas: Arenas, imports: Map<WorldKey, WorldItem>): Map<WorldKey, WorldItem> {
  let last = 0;
  let isSorted = true;
  for (const item of imports.values()) {
    const rank = importRank(arenas, item);
    if (rank < last) isSorted = false;
    last = rank;
  }
  if (isSorted) return imports;
  const ranked = [...imports].map(([key, item]) => ({ key, item, rank: importRank(arenas, item) }));
  ranked.sort((a, b) => a.rank - b.rank);
  return new Map(ranked.map(({ key, item }) => [key, item]));
}

function importRank(arenas: Arenas, item: WorldItem): number {
  if (item.kind === 'interface') return 0;
  if (item.kind === 'type') return arenas.usedInterface(item.id) === undefined ? 2 : 1;
  return item.function.kind.kind === 'freestanding' ? 3 : 4;
}
