import type { ComponentItem, DefinedType, FuncItem, InstanceItem, Item, ModuleItem } from './items.js';
import type { CoreDef } from './plan.js';
import { IndexSpace, type CoreType, type TypeScope } from './scope.js';

/** A core instance: one that an initializer makes, or a bundle of definitions that have a name. */
export type CoreInstanceItem =
  | { readonly kind: 'instantiated'; readonly index: number }
  | {
      readonly kind: 'exports';
      readonly exports: ReadonlyMap<string, { readonly sort: string; readonly core: CoreDef }>;
    };

/** A component that is being instantiated in the plan: its index spaces, filled in the order of its definitions. */
export class Frame implements TypeScope {
  /** The component that this one is defined in, lexically; not the one that instantiates it. */
  readonly outer: Frame | undefined;
  /** The number of the component instance. */
  readonly instance: number;

  readonly types = new IndexSpace<DefinedType>('type');
  readonly funcs = new IndexSpace<FuncItem>('function');
  readonly instances = new IndexSpace<InstanceItem>('instance');
  readonly components = new IndexSpace<ComponentItem>('component');

  readonly coreTypes = new IndexSpace<CoreType>('core type');
  readonly coreModules = new IndexSpace<ModuleItem>('core module');
  readonly coreInstances = new IndexSpace<CoreInstanceItem>('core instance');
  readonly coreFuncs = new IndexSpace<CoreDef>('core function');
  readonly coreTables = new IndexSpace<CoreDef>('core table');
  readonly coreMemories = new IndexSpace<CoreDef>('core memory');
  readonly coreGlobals = new IndexSpace<CoreDef>('core global');
  readonly coreTags = new IndexSpace<CoreDef>('core tag');

  readonly exports = new Map<string, Item>();

  constructor(outer: Frame | undefined, instance: number) {
    this.outer = outer;
    this.instance = instance;
  }

  /** Adds an item to the index space of its sort. */
  add(item: Item): void {
    switch (item.sort) {
      case 'func':
        return this.funcs.push(item);
      case 'instance':
        return this.instances.push(item);
      case 'type':
        return this.types.push(item.type);
      case 'component':
        return this.components.push(item);
      case 'core-module':
        return this.coreModules.push(item);
    }
  }

  /** The index space of core definitions of a sort, if that has one. */
  coreSpace(sort: string): IndexSpace<CoreDef> | undefined {
    switch (sort) {
      case 'func':
        return this.coreFuncs;
      case 'table':
        return this.coreTables;
      case 'memory':
        return this.coreMemories;
      case 'global':
        return this.coreGlobals;
      case 'tag':
        return this.coreTags;
      default:
        return undefined;
    }
  }
}
