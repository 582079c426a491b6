import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem, InstanceType } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { Frame } from './frame.js';
import { coreModuleEntry, ItemTypeEntries } from './item-type-entries.js';
import type { Item } from './items.js';
import type { ImportEntry } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** What is imported, for planning and in the plan. */
export interface PlannedImport {
  readonly item: Item;
  readonly entry: ImportEntry;
}

/**
 * Plans what is only known when the component is linked: an import of the root, or an export of a component that the
 * root imports. What is needed at run time is numbered. A resource that such a type declares gets a place in the plan.
 */
export function planImport(
  builder: PlanBuilder,
  frame: Frame,
  name: string,
  type: ComponentItem,
  offset: number,
): PlannedImport {
  builder.budget.spend('definitions', 1, offset);
  switch (type.kind) {
    case 'func': {
      const index = builder.import();
      return {
        item: { sort: 'func', source: { kind: 'import', index } },
        entry: {
          name,
          kind: 'func',
          import: index,
          type: builder.types.func(type, frame.resources, offset),
        },
      };
    }
    case 'instance':
      return importedInstance(builder, frame, name, type, offset);
    case 'resource':
      return importedResource(builder, frame, name, type);
    case 'type': {
      const entries = new ItemTypeEntries(builder, frame.resources, offset);
      return {
        item: { sort: 'type', resource: undefined },
        entry: { name, kind: 'type', type: entries.definedType(type) },
      };
    }
    case 'module': {
      const index = builder.import();
      return {
        item: { sort: 'core-module', type, module: { kind: 'import', index } },
        entry: { name, kind: 'module', import: index, type: coreModuleEntry(builder, type, offset) },
      };
    }
    case 'component': {
      const index = builder.import();
      const entries = new ItemTypeEntries(builder, frame.resources, offset);
      return {
        item: { sort: 'component', source: { kind: 'import', index } },
        entry: { name, kind: 'component', import: index, type: entries.componentType(type) },
      };
    }
    case 'value':
      throw compileErrorAt('unsupported-value', offset, `\`${name}\` is a value, which is not supported yet`);
  }
}

function importedInstance(
  builder: PlanBuilder,
  frame: Frame,
  name: string,
  type: InstanceType,
  offset: number,
): PlannedImport {
  const items = new Map<string, Item>();
  const entries: ImportEntry[] = [];
  for (const [inner, exported] of type.exports) {
    const { item, entry } = planImport(builder, frame, inner, exported, offset);
    items.set(inner, item);
    entries.push(entry);
  }
  return { item: { sort: 'instance', exports: items }, entry: { name, kind: 'instance', items: entries } };
}

function importedResource(
  builder: PlanBuilder,
  frame: Frame,
  name: string,
  symbolic: ResourceType,
): PlannedImport {
  const known = frame.resources.get(symbolic);
  const resource = known ?? builder.resource(name);
  frame.resources.set(symbolic, resource);
  return {
    item: { sort: 'type', resource },
    entry: { name, kind: known === undefined ? 'resource' : 'resource-alias', resource: resource.index },
  };
}
