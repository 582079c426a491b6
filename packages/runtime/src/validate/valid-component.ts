/**
 * A component that is valid: its definitions in their order, with types in place of type indices. What only made types
 * is gone; the other index spaces are as the binary has them, so every index leads somewhere.
 */
import type { BuiltinCanon, CoreInstanceExpression, StringEncoding } from '../binary/definitions.js';
import type {
  ComponentItem,
  ComponentType,
  CoreModuleType,
  FuncType,
  InstanceType,
  TypeItem,
} from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';

export interface ValidComponent {
  /** Where the component begins and how long it is, in bytes of the whole binary. */
  readonly offset: number;
  readonly size: number;
  readonly type: ComponentType;
  readonly definitions: readonly ValidDefinition[];
}

/**
 * A definition, with the offset of its first byte. Resource types in it are symbolic: one object for each that the
 * component's text declares, defines, or gets new from an instantiation. Each instance of the component has another in
 * its place.
 */
export type ValidDefinition = { readonly offset: number } & (
  | {
      readonly kind: 'core-module';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly type: CoreModuleType;
    }
  | { readonly kind: 'core-instance'; readonly expression: CoreInstanceExpression }
  | { readonly kind: 'component'; readonly component: ValidComponent }
  | { readonly kind: 'instance'; readonly expression: ValidInstanceExpression; readonly type: InstanceType }
  | {
      readonly kind: 'alias-export';
      readonly sort: 'func' | 'instance' | 'component' | 'core-module';
      readonly instance: number;
      readonly name: string;
    }
  | {
      readonly kind: 'alias-core-export';
      readonly sort: 'func' | 'table' | 'memory' | 'global' | 'tag';
      readonly instance: number;
      readonly name: string;
    }
  | {
      readonly kind: 'alias-outer';
      readonly sort: 'component' | 'core-module';
      /** How many components further out; those of types in between are not counted. */
      readonly count: number;
      readonly index: number;
    }
  /** `dtor` is the index of a core function. */
  | { readonly kind: 'resource'; readonly resource: ResourceType; readonly dtor: number | undefined }
  | { readonly kind: 'canon'; readonly canon: ValidCanon }
  | { readonly kind: 'import'; readonly name: string; readonly type: ComponentItem }
  | {
      readonly kind: 'export';
      readonly name: string;
      readonly item: ValidItem;
      /** The type that is ascribed, else that of the item. */
      readonly type: ComponentItem;
    }
  | { readonly kind: 'start' }
);

/** Something that is exported or given as an argument. Types stand for themselves. */
export type ValidItem =
  | { readonly sort: 'func' | 'instance' | 'component' | 'core-module' | 'value'; readonly index: number }
  | { readonly sort: 'type'; readonly type: TypeItem | ResourceType };

export interface NamedItem {
  readonly name: string;
  readonly item: ValidItem;
}

export type ValidInstanceExpression =
  | { readonly kind: 'instantiate'; readonly component: number; readonly args: readonly NamedItem[] }
  | { readonly kind: 'exports'; readonly exports: readonly NamedItem[] };

/** Canonical options, each at most once. Those that are absent have the standard's defaults. */
export interface CanonOptions {
  readonly stringEncoding: StringEncoding;
  readonly memory: number | undefined;
  /** The type of an address in `memory`. */
  readonly address: 'i32' | 'i64';
  readonly realloc: number | undefined;
  readonly postReturn: number | undefined;
  readonly async: boolean;
  readonly callback: number | undefined;
}

export type ValidCanon =
  | {
      readonly kind: 'lift';
      readonly core: number;
      readonly options: CanonOptions;
      readonly type: FuncType;
    }
  | {
      readonly kind: 'lower';
      readonly func: number;
      readonly options: CanonOptions;
      readonly type: FuncType;
    }
  | {
      readonly kind: 'resource.new' | 'resource.drop' | 'resource.rep';
      readonly resource: ResourceType;
    }
  | { readonly kind: 'builtin'; readonly name: BuiltinCanon['kind'] };
