import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem, ComponentType, CoreModuleType, TypeItem } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { ComponentTypeEntry, CoreModuleEntry, DefinedTypeEntry, ItemTypeEntry } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';
import type { PlannedResources } from './type-table.js';

/**
 * Writes down the types of what has no part in running the component: components that are imported or exported, and
 * types that have a name. Resources that such types declare get places that stay empty at run time.
 */
export class ItemTypeEntries {
  readonly #builder: PlanBuilder;
  readonly #resources: DeclaredResources;
  readonly #offset: number;

  /** @param resources - those of the instance that the types stand in */
  constructor(builder: PlanBuilder, resources: PlannedResources, offset: number) {
    this.#builder = builder;
    this.#resources = new DeclaredResources(builder, resources);
    this.#offset = offset;
  }

  componentType({ imports, exports }: ComponentType): ComponentTypeEntry {
    return { imports: this.#items(imports), exports: this.#items(exports) };
  }

  definedType({ type }: TypeItem): DefinedTypeEntry {
    switch (type.kind) {
      case 'func':
        return { kind: 'func', type: this.#builder.types.func(type, this.#resources, this.#offset) };
      case 'instance':
        return { kind: 'instance', items: this.#items(type.exports) };
      case 'component':
        return { kind: 'component', type: this.componentType(type) };
      default:
        return this.#builder.types.ref(type, this.#resources, this.#offset);
    }
  }

  #items(items: ReadonlyMap<string, ComponentItem>): ItemTypeEntry[] {
    return [...items].map(([name, item]) => this.#item(name, item));
  }

  #item(name: string, item: ComponentItem): ItemTypeEntry {
    this.#builder.budget.spend('definitions', 1, this.#offset);
    switch (item.kind) {
      case 'func':
        return {
          name,
          kind: 'func',
          type: this.#builder.types.func(item, this.#resources, this.#offset),
        };
      case 'resource':
        return { name, kind: 'resource', resource: this.#resources.declare(name, item).index };
      case 'type':
        return { name, kind: 'type', type: this.definedType(item) };
      case 'module':
        return { name, kind: 'module', type: coreModuleEntry(this.#builder, item, this.#offset) };
      case 'component':
        return { name, kind: 'component', type: this.componentType(item) };
      case 'instance':
        return { name, kind: 'instance', items: this.#items(item.exports) };
      case 'value':
        throw compileErrorAt(
          'unsupported-value',
          this.#offset,
          `\`${name}\` is a value, which is not supported yet`,
        );
    }
  }
}

/** The resources that a type declares, over those of the instance that the type stands in. */
class DeclaredResources implements PlannedResources {
  readonly #builder: PlanBuilder;
  readonly #outer: PlannedResources;
  readonly #declared = new Map<ResourceType, ResourceType>();

  constructor(builder: PlanBuilder, outer: PlannedResources) {
    this.#builder = builder;
    this.#outer = outer;
  }

  get(symbolic: ResourceType): ResourceType | undefined {
    return this.#declared.get(symbolic) ?? this.#outer.get(symbolic);
  }

  declare(name: string, symbolic: ResourceType): ResourceType {
    const resource = this.get(symbolic) ?? this.#builder.resource(name);
    this.#declared.set(symbolic, resource);
    return resource;
  }
}

export function coreModuleEntry(
  builder: PlanBuilder,
  { imports, exports }: CoreModuleType,
  offset: number,
): CoreModuleEntry {
  const imported = [...imports].flatMap(([module, items]) =>
    [...items].map(([name, type]) => [module, name, type] as const),
  );
  builder.budget.spend('definitions', imported.length + exports.size, offset);
  return { imports: imported, exports: [...exports] };
}
