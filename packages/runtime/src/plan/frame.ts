import type { ResourceType } from '../types/val-type.js';
import type { ComponentItem, CoreInstanceItem, FuncItem, InstanceItem, Item, ModuleItem } from './items.js';
import type { CoreDef } from './plan.js';
import type { PlanBuilder } from './plan-builder.js';

/** The sorts of core definitions that canonical definitions and core instances take. */
export type CoreDefSort = 'func' | 'table' | 'memory' | 'global' | 'tag';

/**
 * A component that is being instantiated in the plan: its index spaces, filled in the order of its definitions. Validation
 * has seen to it that every index leads somewhere.
 */
export class Frame {
  /** The component that this one is defined in, lexically; not the one that instantiates it. */
  readonly outer: Frame | undefined;
  /** The plan that it is instantiated in. */
  readonly plan: PlanBuilder;
  /** The number of the component instance. */
  readonly instance: number;
  /** The resources of the plan that stand for the symbolic ones of the component's types. */
  readonly resources = new Map<ResourceType, ResourceType>();

  readonly funcs: FuncItem[] = [];
  readonly instances: InstanceItem[] = [];
  readonly components: ComponentItem[] = [];

  readonly coreModules: ModuleItem[] = [];
  readonly coreInstances: CoreInstanceItem[] = [];
  readonly core: Readonly<Record<CoreDefSort, CoreDef[]>> = {
    func: [],
    table: [],
    memory: [],
    global: [],
    tag: [],
  };

  readonly exports = new Map<string, Item>();

  constructor(outer: Frame | undefined, plan: PlanBuilder, instance: number) {
    this.outer = outer;
    this.plan = plan;
    this.instance = instance;
  }

  /** Adds an item to the index space of its sort. Types have none here: validation has put them where they are used. */
  add(item: Item): void {
    switch (item.sort) {
      case 'func':
        this.funcs.push(item);
        return;
      case 'instance':
        this.instances.push(item);
        return;
      case 'component':
        this.components.push(item);
        return;
      case 'core-module':
        this.coreModules.push(item);
        return;
      case 'type':
    }
  }

  /** The component `count` components further out. */
  enclosing(count: number): Frame {
    if (count === 0) return this;
    if (this.outer === undefined) throw new RangeError(`there is no component ${count} further out`);
    return this.outer.enclosing(count - 1);
  }
}
