import type {
  CoreExternType,
  CoreFuncType,
  CoreGlobalType,
  CoreMemoryType,
  CoreTableType,
  CoreTagType,
} from '../types/core-type.js';
import type { ComponentType, CoreModuleType, FuncType, InstanceType, TypeItem } from '../types/item-type.js';
import type { ResourceName } from '../types/resource-name.js';
import type { ResourceType, ValType } from '../types/val-type.js';
import type { CoreType, CoreTypes } from './core/core-types.js';
import { Externs } from './externs.js';
import type { Features } from './features.js';
import { IndexSpace } from './index-space.js';
import type { Work } from './work.js';

/** What all scopes of one binary share. */
export interface Validation {
  readonly features: Features;
  /** The core types of the whole binary, each kept once. */
  readonly coreTypes: CoreTypes;
  readonly work: Work;
}

/** A core instance: its exports. */
export type CoreInstanceType = ReadonlyMap<string, CoreExternType>;

/** Where definitions stand: a component, or the inside of a component type or an instance type. */
export class Scope {
  readonly kind: 'component' | 'component-type' | 'instance-type';
  readonly outer: Scope | undefined;
  readonly validation: Validation;

  readonly types = new IndexSpace<TypeItem | ResourceType>('type');
  readonly funcs = new IndexSpace<FuncType>('function');
  readonly instances = new IndexSpace<InstanceType>('instance');
  readonly components = new IndexSpace<ComponentType>('component');
  readonly values = new IndexSpace<{ readonly type: ValType; used: boolean }>('value');
  /** The names that the indices of resource types stand for, where that is not the resource type itself. */
  readonly resourceNames = new Map<number, ResourceName>();

  readonly coreTypes = new IndexSpace<CoreType>('core type');
  readonly coreModules = new IndexSpace<CoreModuleType>('core module');
  readonly coreInstances = new IndexSpace<CoreInstanceType>('core instance');
  readonly coreFuncs = new IndexSpace<CoreFuncType>('core function');
  readonly coreTables = new IndexSpace<CoreTableType>('core table');
  readonly coreMemories = new IndexSpace<CoreMemoryType>('core memory');
  readonly coreGlobals = new IndexSpace<CoreGlobalType>('core global');
  readonly coreTags = new IndexSpace<CoreTagType>('core tag');

  /**
   * The resource types that this component itself defines, with the core type of their representation: only they can
   * be made, and looked into.
   */
  readonly localResources = new Map<ResourceType, 'i32' | 'i64'>();
  /** Whether there has been a start function. */
  hasStart = false;
  /** What has been imported and exported so far. */
  readonly externs: Externs;
  /** The core type of what `context.get` and `context.set` keep, which is one for all of a component. */
  contextType: 'i32' | 'i64' | undefined;

  constructor(kind: Scope['kind'], outer: Scope | undefined, validation: Validation) {
    this.kind = kind;
    this.outer = outer;
    this.validation = validation;
    this.externs = new Externs(validation.features);
  }
}
