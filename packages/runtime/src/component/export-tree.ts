import { NameMap } from '../names/name-map.js';
import { at } from '../plan/at.js';
import type { ExportEntry, Plan } from '../plan/plan.js';
import { coreModuleType, type PlannedTypes } from '../plan/planned-types.js';
import type { ComponentItem } from '../types/item-type.js';

interface ExportLevel {
  readonly indices: NameMap<number>;
  readonly items: Map<string, ComponentItem>;
  readonly places: Map<string, number>;
}

/** The exports of a component, to be found by name and by semver-compatible name. */
export class ExportTree {
  /** The type of each export, by its place in the plan. */
  readonly items: readonly ComponentItem[];
  readonly #levels = new Map<number | null, ExportLevel>([[null, emptyLevel()]]);

  constructor(plan: Plan, types: PlannedTypes) {
    this.items = plan.exports.map((entry, index) => {
      const own = emptyLevel();
      if (entry.kind === 'instance') this.#levels.set(index, own);
      const item = exportItem(entry, own.items, types);
      // An instance stands before its exports, so the level is there.
      const level = this.#levels.get(entry.parent);
      level?.indices.set(entry.name, index);
      level?.items.set(entry.name, item);
      level?.places.set(entry.name, index);
      return item;
    });
  }

  /** The exports of the component itself. */
  get root(): ReadonlyMap<string, ComponentItem> {
    return this.#levels.get(null)?.items ?? new Map();
  }

  /** The place of an export: of the component, or of the instance that stands at `parent`. */
  find(name: string, parent: number | null): number | undefined {
    return this.#levels.get(parent)?.indices.get(name);
  }

  places(parent: number | null): ReadonlyMap<string, number> {
    return this.#levels.get(parent)?.places ?? new Map();
  }

  item(index: number): ComponentItem {
    return at(this.items, index);
  }
}

/** The type of an export; `exports` are those of the instance that it may be. */
function exportItem(
  entry: ExportEntry,
  exports: ReadonlyMap<string, ComponentItem>,
  types: PlannedTypes,
): ComponentItem {
  switch (entry.kind) {
    case 'func':
    case 'imported-func':
      return at(types.funcTypes, entry.type);
    case 'resource':
      return at(types.resources, entry.resource);
    case 'type':
      return types.definedType(entry.type);
    case 'module':
      return coreModuleType(entry.type);
    case 'component':
      return types.componentType(entry.type);
    case 'instance':
      return { kind: 'instance', exports };
  }
}

function emptyLevel(): ExportLevel {
  return { indices: new NameMap(), items: new Map(), places: new Map() };
}
