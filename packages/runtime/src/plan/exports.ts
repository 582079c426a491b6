import { CompileError, compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem } from '../types/item-type.js';
import type { Frame } from './frame.js';
import { coreModuleEntry, ItemTypeEntries } from './item-type-entries.js';
import type { Item } from './items.js';
import type { ComponentRef, ExportEntry } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** The exports of the root in one list, as it is made; those of an instance follow it. */
export class ExportList {
  readonly entries: ExportEntry[] = [];
  readonly #builder: PlanBuilder;
  readonly #root: Frame;

  constructor(builder: PlanBuilder, root: Frame) {
    this.#builder = builder;
    this.#root = root;
  }

  /** @param type - what can be seen of the item: of an instance, exports that an ascribed type leaves out cannot */
  add(name: string, type: ComponentItem, item: Item, offset: number): void {
    this.#add(name, null, type, item, offset);
  }

  #add(name: string, parent: number | null, type: ComponentItem, item: Item, offset: number): void {
    this.#builder.budget.spend('exports', 1, offset);
    const index = this.entries.push(this.#entry(name, parent, type, item, offset)) - 1;
    if (type.kind !== 'instance' || item.sort !== 'instance') return;
    for (const [inner, innerType] of type.exports) {
      const innerItem = item.exports.get(inner);
      if (innerItem === undefined)
        throw new RangeError(`the instance \`${name}\` has no export \`${inner}\``);
      this.#add(inner, index, innerType, innerItem, offset);
    }
  }

  #component(item: Extract<Item, { readonly sort: 'component' }>): ComponentRef | null {
    try {
      return this.#builder.component(item);
    } catch (error) {
      if (error instanceof CompileError && error.problems.every(({ code }) => code.startsWith('unsupported')))
        return null;
      throw error;
    }
  }

  #entry(name: string, parent: number | null, type: ComponentItem, item: Item, offset: number): ExportEntry {
    const { types } = this.#builder;
    const { resources } = this.#root;
    if (type.kind === 'func' && item.sort === 'func') {
      const { kind, index } = item.source;
      const func = types.func(type, resources, offset);
      return kind === 'lifted'
        ? { name, parent, kind: 'func', lifted: index, type: func }
        : { name, parent, kind: 'imported-func', import: index, type: func };
    }
    if (type.kind === 'instance') return { name, parent, kind: 'instance' };
    if (type.kind === 'resource' && item.sort === 'type' && item.resource !== undefined)
      return { name, parent, kind: 'resource', resource: item.resource.index };
    if (type.kind === 'module' && item.sort === 'core-module')
      return {
        name,
        parent,
        kind: 'module',
        module: item.module,
        type: coreModuleEntry(this.#builder, type, offset),
      };
    const entries = new ItemTypeEntries(this.#builder, resources, offset);
    if (type.kind === 'type') return { name, parent, kind: 'type', type: entries.definedType(type) };
    if (type.kind === 'component' && item.sort === 'component') {
      const component = this.#component(item);
      return { name, parent, kind: 'component', component, type: entries.componentType(type) };
    }
    throw compileErrorAt('unsupported-value', offset, `\`${name}\` is a value, which is not supported yet`);
  }
}
