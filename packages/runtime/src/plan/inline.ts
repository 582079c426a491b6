import type {
  ComponentDefinition,
  Definition,
  InstanceExpression,
  NamedItem,
} from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import { addAlias, itemAt } from './aliases.js';
import { ArgumentCheck } from './arguments.js';
import { addCanonicalFunction } from './canonical-functions.js';
import { coreInstance } from './core-instances.js';
import { coreType } from './core-module-types.js';
import { Frame } from './frame.js';
import { instanceItem } from './instance-extent.js';
import { ItemTypes } from './item-types.js';
import type { InstanceItem, Item } from './items.js';
import type { PlanBuilder } from './plan-builder.js';

/** Gives a component what it imports: the root's imports, or the arguments of an instantiation. */
export type ImportSource = (
  frame: Frame,
  definition: Extract<Definition, { readonly kind: 'import' }>,
) => Item;

/**
 * Instantiates components symbolically: every name is looked up, and what is left to do is written down as
 * initializers in the plan.
 */
export class Inliner {
  readonly builder: PlanBuilder;
  readonly itemTypes = new ItemTypes();

  constructor(builder: PlanBuilder) {
    this.builder = builder;
  }

  /** Instantiates a component; gives its frame, with everything that it exports. */
  instantiate(component: ComponentDefinition, frame: Frame, imports: ImportSource): Frame {
    for (const definition of component.definitions) this.#define(frame, definition, imports);
    return frame;
  }

  #define(frame: Frame, definition: Definition, imports: ImportSource): void {
    const { offset } = definition;
    switch (definition.kind) {
      case 'core-module': {
        const index = this.builder.module(definition.bytes);
        return frame.coreModules.push({
          sort: 'core-module',
          type: undefined,
          module: { kind: 'static', index },
        });
      }
      case 'core-instance':
        return frame.coreInstances.push(coreInstance(this.builder, frame, definition.expression, offset));
      case 'core-type':
        return frame.coreTypes.push(coreType(frame, definition.type, offset));
      case 'component':
        return frame.components.push({
          sort: 'component',
          type: undefined,
          component: definition.component,
          outer: frame,
        });
      case 'instance':
        return frame.instances.push(this.#instance(frame, definition.expression, offset));
      case 'alias':
        return addAlias(frame, definition.alias, offset);
      case 'type':
        return this.#type(frame, definition);
      case 'canon':
        return addCanonicalFunction(this.builder, frame, definition.canon, offset);
      case 'import':
        return frame.add(imports(frame, definition));
      case 'export':
        return this.#export(frame, definition);
    }
  }

  #type(frame: Frame, { type, offset }: Extract<Definition, { readonly kind: 'type' }>): void {
    if (type.kind !== 'resource') return frame.types.push(this.itemTypes.definedType(frame, type, offset));
    const resource = this.builder.resource('');
    const dtor = type.dtor === undefined ? null : frame.coreFuncs.get(type.dtor, offset);
    this.builder.defineResource({
      op: 'define-resource',
      resource: resource.index,
      instance: frame.instance,
      dtor,
    });
    frame.types.push(resource);
  }

  #instance(frame: Frame, expression: InstanceExpression, offset: number): InstanceItem {
    if (expression.kind === 'exports') {
      const exports = this.#items(frame, expression.exports, offset);
      for (const [name, item] of exports) this.#nameResource(item, name);
      return instanceItem(exports, offset);
    }
    const { component, outer } = frame.components.get(expression.component, offset);
    const check = new ArgumentCheck(this.itemTypes, this.#items(frame, expression.args, offset), offset);
    const inner = new Frame(outer, this.builder.componentInstance(frame.instance, offset));
    this.instantiate(component, inner, (scope, definition) =>
      check.argument(scope, definition.import, definition.offset),
    );
    return instanceItem(inner.exports, offset);
  }

  #items(frame: Frame, named: readonly NamedItem[], offset: number): Map<string, Item> {
    const items = new Map<string, Item>();
    for (const { name, item } of named) {
      if (items.has(name)) throw compileErrorAt('duplicate-name', offset, `\`${name}\` is given twice`);
      items.set(name, itemAt(frame, item, offset));
    }
    return items;
  }

  #export(
    frame: Frame,
    { name, item, type, offset }: Extract<Definition, { readonly kind: 'export' }>,
  ): void {
    if (frame.exports.has(name))
      throw compileErrorAt('duplicate-name', offset, `\`${name}\` is exported twice`);
    const exported = itemAt(frame, item, offset);
    if (type !== undefined) {
      new ArgumentCheck(this.itemTypes, new Map([[name, exported]]), offset).argument(
        frame,
        { name, type },
        offset,
      );
    }
    this.#nameResource(exported, name);
    frame.exports.set(name, exported);
    frame.add(exported);
  }

  #nameResource(item: Item, name: string): void {
    if (item.sort === 'type' && item.type.kind === 'resource') this.builder.nameResource(item.type, name);
  }
}
