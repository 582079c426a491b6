import type { ComponentDefinition, Declaration } from '../binary/definitions.js';
import type { CoreModuleType, FuncType, TypeItem } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { Frame } from './frame.js';
import type { ModuleRef } from './plan.js';
import type { TypeScope } from './scope.js';

/** A type in a type index space. The types of instances and components are evaluated at each use. */
export type DefinedType = TypeItem | FuncType | ResourceType | TypeClosure;

export interface TypeClosure {
  readonly kind: 'instance-type' | 'component-type';
  readonly declarations: readonly Declaration[];
  /** The scope that the declarations stand in. */
  readonly scope: TypeScope;
}

/** The type of something that is imported or exported. */
export type ItemType =
  | { readonly sort: 'func'; readonly type: FuncType }
  | { readonly sort: 'instance'; readonly exports: ReadonlyMap<string, ItemType> }
  | { readonly sort: 'type'; readonly type: DefinedType }
  | { readonly sort: 'component'; readonly type: TypeClosure | undefined }
  | { readonly sort: 'core-module'; readonly type: CoreModuleType | undefined };

/** Something in one of a component's index spaces, as planning knows it: its type, and where it comes from. */
export type Item = FuncItem | InstanceItem | TypeSpaceItem | ComponentItem | ModuleItem;

export interface FuncItem {
  readonly sort: 'func';
  readonly type: FuncType;
  readonly source: { readonly kind: 'lifted' | 'import'; readonly index: number };
}

export interface InstanceItem {
  readonly sort: 'instance';
  readonly exports: ReadonlyMap<string, Item>;
}

export interface TypeSpaceItem {
  readonly sort: 'type';
  readonly type: DefinedType;
}

export interface ComponentItem {
  readonly sort: 'component';
  readonly type: undefined;
  readonly component: ComponentDefinition;
  /** The component that it is defined in: where its outer aliases lead. */
  readonly outer: Frame | undefined;
}

export interface ModuleItem {
  readonly sort: 'core-module';
  /** `undefined` for a module that the component defines: its bytes tell. */
  readonly type: CoreModuleType | undefined;
  readonly module: ModuleRef;
}
