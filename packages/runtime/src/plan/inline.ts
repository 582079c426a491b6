import { compileErrorAt } from '../errors/compile-error.js';
import type { InstanceType } from '../types/item-type.js';
import type {
  NamedItem,
  ValidComponent,
  ValidDefinition,
  ValidInstanceExpression,
  ValidItem,
} from '../validate/valid-component.js';
import { at } from './at.js';
import { bindResources } from './bind-resources.js';
import { addCanonicalFunction, plannedResource } from './canonical-functions.js';
import { coreExport, coreInstance } from './core-instances.js';
import { Frame } from './frame.js';
import { planImport } from './imports.js';
import { itemRef } from './item-refs.js';
import type { ComponentItem, InstanceItem, Item, ModuleItem } from './items.js';
import type { PlanBuilder } from './plan-builder.js';

type Import = Extract<ValidDefinition, { readonly kind: 'import' }>;
type Export = Extract<ValidDefinition, { readonly kind: 'export' }>;

/** What a component that is instantiated meets at its borders: the root's are the linker and the host. */
export interface Surroundings {
  /** Gives the component what it imports. */
  import(frame: Frame, definition: Import): Item;
  export?(definition: Export, item: Item): void;
}

/**
 * Instantiates components symbolically: every index is followed, and what is left to do is written down as initializers in
 * the plan.
 */
export class Inliner {
  readonly #builder: PlanBuilder;

  constructor(builder: PlanBuilder) {
    this.#builder = builder;
  }

  /** Instantiates a component; its frame has everything that it exports then. */
  instantiate(component: ValidComponent, frame: Frame, surroundings: Surroundings): void {
    for (const definition of component.definitions) this.#define(frame, definition, surroundings);
  }

  #define(frame: Frame, definition: ValidDefinition, surroundings: Surroundings): void {
    const { offset } = definition;
    this.#builder.budget.spend('definitions', 1, offset);
    switch (definition.kind) {
      case 'core-module': {
        const index = this.#builder.module(definition.bytes, offset);
        return frame.add({ sort: 'core-module', type: definition.type, module: { kind: 'static', index } });
      }
      case 'core-instance':
        frame.coreInstances.push(coreInstance(this.#builder, frame, definition.expression, offset));
        return;
      case 'component': {
        const { component } = definition;
        return frame.add({ sort: 'component', source: { kind: 'static', component, outer: frame } });
      }
      case 'instance':
        return frame.add(this.#instance(frame, definition.expression, definition.type, offset));
      case 'alias-export':
        return frame.add(exportOf(at(frame.instances, definition.instance), definition.name));
      case 'alias-core-export':
        frame.core[definition.sort].push(coreExport(frame, definition.instance, definition.name));
        return;
      case 'alias-outer':
        return frame.add(outerItem(frame, definition));
      case 'resource':
        return this.#resource(frame, definition);
      case 'canon':
        return addCanonicalFunction(this.#builder, frame, definition.canon, offset);
      case 'import':
        return frame.add(surroundings.import(frame, definition));
      case 'export':
        return this.#export(frame, definition, surroundings);
      case 'start':
        throw compileErrorAt(
          'unsupported-start',
          offset,
          'start functions of components are not supported yet',
        );
    }
  }

  #resource(
    frame: Frame,
    { resource: symbolic, dtor, offset }: Extract<ValidDefinition, { readonly kind: 'resource' }>,
  ): void {
    const resource = this.#builder.resource(symbolic.name);
    frame.resources.set(symbolic, resource);
    this.#builder.defineResource(
      {
        op: 'define-resource',
        resource: resource.index,
        instance: frame.instance,
        dtor: dtor === undefined ? null : at(frame.core.func, dtor),
      },
      offset,
    );
  }

  #instance(
    frame: Frame,
    expression: ValidInstanceExpression,
    type: InstanceType,
    offset: number,
  ): InstanceItem {
    if (expression.kind === 'exports') {
      const exports = this.#items(frame, expression.exports, offset);
      for (const [name, item] of exports) this.#nameResource(item, name);
      return { sort: 'instance', exports };
    }
    const { source } = at(frame.components, expression.component);
    const args = this.#items(frame, expression.args, offset);
    if (source.kind === 'import') return this.#instantiateImported(frame, source.index, args, type, offset);
    const instance = this.#instantiateStatic(frame, source, args, offset);
    bindResources(frame, type, instance);
    return instance;
  }

  #instantiateStatic(
    frame: Frame,
    { component, outer }: Extract<ComponentItem['source'], { readonly kind: 'static' }>,
    args: ReadonlyMap<string, Item>,
    offset: number,
  ): InstanceItem {
    const number = this.#builder.componentInstance(frame.instance, offset);
    const inner = new Frame(outer, this.#builder, number);
    this.instantiate(component, inner, {
      import: (scope, { name, type }) => {
        const item = args.get(name);
        if (item === undefined) throw new RangeError(`nothing is given for the import \`${name}\``);
        bindResources(scope, type, item);
        return item;
      },
    });
    return { sort: 'instance', exports: inner.exports };
  }

  /** What a component that the root imports does is known when it is linked. */
  #instantiateImported(
    frame: Frame,
    component: number,
    args: ReadonlyMap<string, Item>,
    type: InstanceType,
    offset: number,
  ): InstanceItem {
    const planned = [...type.exports].map(([name, exported]) =>
      planImport(this.#builder, frame, name, exported, offset),
    );
    const refs = [...args].flatMap(([name, item]) => itemRef(this.#builder, name, item, offset) ?? []);
    this.#builder.instantiateComponent(
      {
        op: 'instantiate-component',
        component,
        instance: frame.instance,
        args: refs,
        exports: planned.map(({ entry }) => entry),
      },
      offset,
    );
    return { sort: 'instance', exports: new Map(planned.map(({ item, entry }) => [entry.name, item])) };
  }

  #items(frame: Frame, named: readonly NamedItem[], offset: number): Map<string, Item> {
    this.#builder.budget.spend('definitions', named.length, offset);
    return new Map(named.map(({ name, item }) => [name, itemAt(frame, item, offset)]));
  }

  #export(frame: Frame, definition: Export, surroundings: Surroundings): void {
    const { name, type, offset } = definition;
    const item = itemAt(frame, definition.item, offset);
    bindResources(frame, type, item);
    this.#nameResource(item, name);
    frame.exports.set(name, item);
    frame.add(item);
    surroundings.export?.(definition, item);
  }

  #nameResource(item: Item, name: string): void {
    if (item.sort === 'type' && item.resource !== undefined) this.#builder.nameResource(item.resource, name);
  }
}

/** A type that is not a resource. */
const typeItem: Item = { sort: 'type', resource: undefined };

function itemAt(frame: Frame, item: ValidItem, offset: number): Item {
  switch (item.sort) {
    case 'func':
      return at(frame.funcs, item.index);
    case 'instance':
      return at(frame.instances, item.index);
    case 'component':
      return at(frame.components, item.index);
    case 'core-module':
      return at(frame.coreModules, item.index);
    case 'type':
      return item.type.kind === 'resource'
        ? { sort: 'type', resource: plannedResource(frame, item.type) }
        : typeItem;
    case 'value':
      throw compileErrorAt('unsupported-value', offset, 'values are not supported yet');
  }
}

/** @throws {CompileError} for an import of a component that this one is planned apart from. */
function outerItem(
  frame: Frame,
  { sort, count, index, offset }: Extract<ValidDefinition, { readonly kind: 'alias-outer' }>,
): ComponentItem | ModuleItem {
  const target = frame.enclosing(count);
  const item = sort === 'component' ? at(target.components, index) : at(target.coreModules, index);
  const { kind } = item.sort === 'component' ? item.source : item.module;
  if (kind === 'static' || target.plan === frame.plan) return item;
  throw compileErrorAt(
    'unsupported-component-capture',
    offset,
    'a component that is given away uses an import of the one around it, which is not supported yet',
  );
}

function exportOf(instance: InstanceItem, name: string): Item {
  const item = instance.exports.get(name);
  if (item === undefined) throw new RangeError(`an instance has no export \`${name}\``);
  return item;
}
