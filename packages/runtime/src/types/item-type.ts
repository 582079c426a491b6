import type { Labelled, ResourceType, ValType } from './val-type.js';

export interface FuncType {
  readonly kind: 'func';
  /** An `async func`. */
  readonly async: boolean;
  readonly params: readonly Labelled[];
  readonly result?: ValType;
}

/** The exports of an instance, by name, in the order of their declaration. */
export interface InstanceType {
  readonly kind: 'instance';
  readonly exports: ReadonlyMap<string, ComponentItem>;
}

export interface ComponentType {
  readonly kind: 'component';
  readonly imports: ReadonlyMap<string, ComponentItem>;
  readonly exports: ReadonlyMap<string, ComponentItem>;
}

export type CoreExternKind = 'func' | 'table' | 'memory' | 'global' | 'tag';

/** What a core module imports and exports, by kind. The engine itself compares their types when they are instantiated. */
export interface CoreModuleType {
  readonly kind: 'module';
  /** By module and then by name. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, CoreExternKind>>;
  readonly exports: ReadonlyMap<string, CoreExternKind>;
}

/** Another type than a resource that is exported or imported by name. */
export interface TypeItem {
  readonly kind: 'type';
  readonly type: ValType;
}

/** What a component or an instance can import or export. */
export type ComponentItem =
  FuncType | InstanceType | ComponentType | CoreModuleType | ResourceType | TypeItem;
