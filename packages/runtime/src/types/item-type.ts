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

/** The size of a table or memory, in elements or pages. */
export interface Limits {
  readonly min: bigint;
  readonly max?: bigint;
  readonly shared: boolean;
  /** Addressed by i64 (memory64). */
  readonly wide: boolean;
}

/** The type of a core module's import or export. Value types are in the text form of core WebAssembly: `i32`. */
export type CoreExternType =
  | { readonly kind: 'func' | 'tag'; readonly params: readonly string[]; readonly results: readonly string[] }
  | { readonly kind: 'table'; readonly element: string; readonly limits: Limits }
  | { readonly kind: 'memory'; readonly limits: Limits }
  | { readonly kind: 'global'; readonly type: string; readonly mutable: boolean };

export interface CoreModuleType {
  readonly kind: 'module';
  /** By module and then by name. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, CoreExternType>>;
  readonly exports: ReadonlyMap<string, CoreExternType>;
}

/** Another type than a resource that is exported or imported by name. */
export interface TypeItem {
  readonly kind: 'type';
  readonly type: ValType;
}

/** What a component or an instance can import or export. */
export type ComponentItem =
  FuncType | InstanceType | ComponentType | CoreModuleType | ResourceType | TypeItem;
