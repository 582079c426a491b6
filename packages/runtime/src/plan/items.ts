import type { ValidComponent } from '../validate/valid-component.js';
import type { CoreModuleType } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { Frame } from './frame.js';
import type { CoreDef, ModuleRef } from './plan.js';

/** Something in one of a component's index spaces, as planning knows it: where it comes from. */
export type Item = FuncItem | InstanceItem | TypeSpaceItem | ComponentItem | ModuleItem;

export interface FuncItem {
  readonly sort: 'func';
  readonly source: { readonly kind: 'lifted' | 'import'; readonly index: number };
}

export interface InstanceItem {
  readonly sort: 'instance';
  readonly exports: ReadonlyMap<string, Item>;
}

/** A type: of those, only resources are something at run time. */
export interface TypeSpaceItem {
  readonly sort: 'type';
  /** The resource of the plan that the type is, if it is a resource. */
  readonly resource: ResourceType | undefined;
}

export interface ComponentItem {
  readonly sort: 'component';
  readonly source:
    | { readonly kind: 'import'; readonly index: number }
    | {
        readonly kind: 'static';
        readonly component: ValidComponent;
        /** The component that it is defined in: where its outer aliases lead. */
        readonly outer: Frame;
      };
}

export interface ModuleItem {
  readonly sort: 'core-module';
  readonly type: CoreModuleType;
  readonly module: ModuleRef;
}

/** A core instance: one that an initializer makes, or a bundle of definitions that have a name. */
export type CoreInstanceItem =
  | { readonly kind: 'instantiated'; readonly index: number }
  | { readonly kind: 'exports'; readonly exports: ReadonlyMap<string, CoreDef> };
