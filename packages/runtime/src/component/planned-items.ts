import type { ComponentItem } from '../types/item-type.js';
import type { ExportEntry, ImportEntry } from '../plan/plan.js';
import { at, type PlannedTypes } from '../plan/type-table.js';
import { compiledModuleType, plannedModuleType } from './core-module-type.js';

/** The type of an import of the component, as a type that can be walked. */
export function importItem(entry: ImportEntry, types: PlannedTypes): ComponentItem {
  switch (entry.kind) {
    case 'func':
      return at(types.funcTypes, entry.type);
    case 'resource':
    case 'resource-alias':
      return at(types.resources, entry.resource);
    case 'type':
      return { kind: 'type', type: types.type(entry.type) };
    case 'module':
      return plannedModuleType(entry.type);
    case 'instance':
      return {
        kind: 'instance',
        exports: new Map(entry.items.map((item) => [item.name, importItem(item, types)])),
      };
  }
}

/** The type of an export of the component; `exports` are those of the instance that it may be. */
export function exportItem(
  entry: ExportEntry,
  exports: ReadonlyMap<string, ComponentItem>,
  types: PlannedTypes,
  modules: readonly WebAssembly.Module[],
): ComponentItem {
  switch (entry.kind) {
    case 'func':
    case 'imported-func':
      return at(types.funcTypes, entry.type);
    case 'resource':
      return at(types.resources, entry.resource);
    case 'type':
      return { kind: 'type', type: types.type(entry.type) };
    case 'module':
      return entry.module.kind === 'static'
        ? compiledModuleType(at(modules, entry.module.index))
        : plannedModuleType(entry.type);
    case 'instance':
      return { kind: 'instance', exports };
    case 'component':
      // What a component that is itself exported imports and exports is not kept in the plan.
      return { kind: 'component', imports: new Map(), exports: new Map() };
  }
}
