import { compileErrorAt } from '../errors/compile-error.js';
import type { CoreModuleType } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { ImportSource } from './inline.js';
import type { ItemTypes, ResourceSupply } from './item-types.js';
import type { Item, ItemType } from './items.js';
import type { CoreModuleEntry, ImportEntry } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** The imports of the root component: what a linker has to provide. */
export class RootImports {
  readonly entries: ImportEntry[] = [];
  readonly #builder: PlanBuilder;
  readonly #itemTypes: ItemTypes;
  readonly #declared = new Set<ResourceType>();
  /** Every resource that an import declares is a new one. */
  readonly #supply: ResourceSupply = {
    resource: (name) => this.#builder.resource(name),
    nested: () => this.#supply,
  };

  constructor(builder: PlanBuilder, itemTypes: ItemTypes) {
    this.#builder = builder;
    this.#itemTypes = itemTypes;
  }

  readonly source: ImportSource = (frame, { import: declaration, offset }) => {
    const type = this.#itemTypes.itemType(frame, declaration, this.#supply, offset);
    const { item, entry } = this.#import(declaration.name, type, offset);
    if (entry !== undefined) this.entries.push(entry);
    return item;
  };

  #import(name: string, type: ItemType, offset: number): { item: Item; entry?: ImportEntry } {
    switch (type.sort) {
      case 'func': {
        const index = this.#builder.import();
        const entry: ImportEntry = {
          name,
          kind: 'func',
          import: index,
          type: this.#builder.types.func(type.type),
        };
        return { item: { sort: 'func', type: type.type, source: { kind: 'import', index } }, entry };
      }
      case 'instance':
        return this.#instance(name, type.exports, offset);
      case 'type':
        return this.#type(name, type);
      case 'core-module': {
        const index = this.#builder.import();
        const item: Item = { sort: 'core-module', type: type.type, module: { kind: 'import', index } };
        return { item, entry: { name, kind: 'module', import: index, type: coreModuleEntry(type.type) } };
      }
      case 'component':
        throw compileErrorAt(
          'unsupported-component-import',
          offset,
          `the import \`${name}\` is a component, which is not supported`,
        );
    }
  }

  #instance(
    name: string,
    exports: ReadonlyMap<string, ItemType>,
    offset: number,
  ): { item: Item; entry: ImportEntry } {
    const imported = [...exports].map(([inner, type]) => [inner, this.#import(inner, type, offset)] as const);
    const items = new Map(imported.map(([inner, { item }]) => [inner, item]));
    const entries = imported.flatMap(([, { entry }]) => entry ?? []);
    return { item: { sort: 'instance', exports: items }, entry: { name, kind: 'instance', items: entries } };
  }

  #type(
    name: string,
    item: Extract<ItemType, { readonly sort: 'type' }>,
  ): { item: Item; entry?: ImportEntry } {
    const { type } = item;
    if (type.kind === 'resource') {
      const kind = this.#declared.has(type) ? 'resource-alias' : 'resource';
      this.#declared.add(type);
      return { item, entry: { name, kind, resource: type.index } };
    }
    if (type.kind === 'type')
      return { item, entry: { name, kind: 'type', type: this.#builder.types.ref(type.type) } };
    return { item };
  }
}

/** `null` for a module that the component defines. */
export function coreModuleEntry(type: CoreModuleType | undefined): CoreModuleEntry | null {
  if (type === undefined) return null;
  return {
    imports: [...type.imports].flatMap(([module, items]) =>
      [...items].map(([name, kind]) => [module, name, kind] as const),
    ),
    exports: [...type.exports],
  };
}
