import type { CoreExternType } from './core-type.js';
import type { Labelled, ResourceType, ValType } from './val-type.js';

export interface FuncType {
  readonly kind: 'func';
  /** An `async func`. */
  readonly async: boolean;
  readonly params: readonly Labelled[];
  readonly result?: ValType;
}

/** What is said about the name of an import or export, beside the name. */
export interface ExternAttribute {
  readonly kind: 'implements' | 'version-suffix' | 'external-id';
  readonly value: string;
}

/** The attributes of names that have any. */
export type ExternAttributes = ReadonlyMap<string, readonly ExternAttribute[]>;

/** The exports of an instance, by name, in the order of their declaration. */
export interface InstanceType {
  readonly kind: 'instance';
  readonly exports: ReadonlyMap<string, ComponentItem>;
  /** @internal Absent where no name has attributes. */
  readonly attributes?: ExternAttributes;
  /** @internal The resource types that the type itself declares: every instance has others in their place. */
  readonly resources?: readonly ResourceType[];
}

export interface ComponentType {
  readonly kind: 'component';
  readonly imports: ReadonlyMap<string, ComponentItem>;
  readonly exports: ReadonlyMap<string, ComponentItem>;
  /** @internal Absent where no name has attributes. */
  readonly attributes?: { readonly imports: ExternAttributes; readonly exports: ExternAttributes };
  /** @internal The resource types that the type itself declares, by where it does: any others are declared outside. */
  readonly resources?: {
    readonly imported: readonly ResourceType[];
    readonly exported: readonly ResourceType[];
  };
}

/** What a core module imports and exports. */
export interface CoreModuleType {
  readonly kind: 'module';
  /** By module and then by name. */
  readonly imports: ReadonlyMap<string, ReadonlyMap<string, CoreExternType>>;
  readonly exports: ReadonlyMap<string, CoreExternType>;
}

/** Another type than a resource that is exported or imported by name. */
export interface TypeItem {
  readonly kind: 'type';
  readonly type: ValType | FuncType | InstanceType | ComponentType;
}

/** A value that is imported or exported, which is a feature that the standard gates. */
export interface ValueItem {
  readonly kind: 'value';
  readonly type: ValType;
}

/** What a component or an instance can import or export. */
export type ComponentItem =
  FuncType | InstanceType | ComponentType | CoreModuleType | ResourceType | TypeItem | ValueItem;
