import type { Item } from './items.js';
import type { ExportEntry } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';
import { coreModuleEntry } from './root-imports.js';

/** Flattens the exports of the root into one list; those of an instance follow it. */
export function exportEntries(builder: PlanBuilder, exports: ReadonlyMap<string, Item>): ExportEntry[] {
  const entries: ExportEntry[] = [];
  const addAll = (items: ReadonlyMap<string, Item>, parent: number | null): void => {
    for (const [name, item] of items) {
      const entry = exportEntry(builder, name, parent, item);
      if (entry === undefined) continue;
      const index = entries.push(entry) - 1;
      if (item.sort === 'instance') addAll(item.exports, index);
    }
  };
  addAll(exports, null);
  return entries;
}

function exportEntry(
  builder: PlanBuilder,
  name: string,
  parent: number | null,
  item: Item,
): ExportEntry | undefined {
  switch (item.sort) {
    case 'func': {
      const { index } = item.source;
      const type = builder.types.func(item.type);
      return item.source.kind === 'lifted'
        ? { name, parent, kind: 'func', lifted: index, type }
        : { name, parent, kind: 'imported-func', import: index, type };
    }
    case 'instance':
      return { name, parent, kind: 'instance' };
    case 'component':
      return { name, parent, kind: 'component' };
    case 'core-module':
      return { name, parent, kind: 'module', module: item.module, type: coreModuleEntry(item.type) };
    case 'type':
      if (item.type.kind === 'resource') return { name, parent, kind: 'resource', resource: item.type.index };
      if (item.type.kind === 'type')
        return { name, parent, kind: 'type', type: builder.types.ref(item.type.type) };
      // Names for the types of functions, instances and components are for reading only.
      return undefined;
  }
}
