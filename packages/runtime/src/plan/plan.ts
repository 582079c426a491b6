/**
 * A component flattened to what is done at run time: one list of initializers, in order, and a flat list of exports.
 * No name is left to look up but those of core exports. It is plain JSON data, so that it can be kept, emitted by a
 * bundler, or sent to a worker.
 */
import type { BuiltinCanon } from '../binary/definitions.js';
import type { CoreExternType } from '../types/core-type.js';
import type { PrimitiveName } from '../types/val-type.js';

export interface Plan {
  readonly version: 2;
  readonly types: readonly TypeEntry[];
  readonly funcTypes: readonly FuncTypeEntry[];
  readonly resources: readonly ResourceEntry[];
  /** The component's own imports, as a tree; the leaves that are needed at run time are numbered. */
  readonly imports: readonly ImportEntry[];
  /** For each component instance the one that it was instantiated by; the first one is the root. */
  readonly instances: readonly (number | null)[];
  readonly initializers: readonly Initializer[];
  readonly exports: readonly ExportEntry[];
  /** Components that are exported or given to an imported one, each planned by itself. They share the core modules. */
  readonly components: readonly Plan[];
}

/** A primitive type by name, another by its place in `Plan.types`. */
export type TypeRef = PrimitiveName | number;

export type TypeEntry =
  | { readonly kind: 'record'; readonly fields: readonly (readonly [string, TypeRef])[] }
  | { readonly kind: 'variant'; readonly cases: readonly (readonly [string, TypeRef | null])[] }
  | { readonly kind: 'list'; readonly element: TypeRef; readonly length: number | null }
  | { readonly kind: 'map'; readonly key: TypeRef; readonly value: TypeRef }
  | { readonly kind: 'tuple'; readonly types: readonly TypeRef[] }
  | { readonly kind: 'flags' | 'enum'; readonly names: readonly string[] }
  | { readonly kind: 'option'; readonly some: TypeRef }
  | { readonly kind: 'result'; readonly ok: TypeRef | null; readonly err: TypeRef | null }
  | { readonly kind: 'own' | 'borrow'; readonly resource: number }
  | { readonly kind: 'stream' | 'future'; readonly element: TypeRef | null };

export interface FuncTypeEntry {
  readonly async: boolean;
  readonly params: readonly (readonly [string, TypeRef])[];
  readonly result: TypeRef | null;
}

export interface ResourceEntry {
  readonly name: string;
}

/** What the root component imports. Exports of an imported instance are in `items`. */
export type ImportEntry = { readonly name: string } & (
  | { readonly kind: 'func'; readonly import: number; readonly type: number }
  | { readonly kind: 'resource'; readonly resource: number }
  /** Another name for a resource that stands before it: what a `use` in WIT becomes. */
  | { readonly kind: 'resource-alias'; readonly resource: number }
  | { readonly kind: 'type'; readonly type: DefinedTypeEntry }
  | { readonly kind: 'module'; readonly import: number; readonly type: CoreModuleEntry }
  | { readonly kind: 'component'; readonly import: number; readonly type: ComponentTypeEntry }
  | { readonly kind: 'instance'; readonly items: readonly ImportEntry[] }
);

/** The type of a component that is imported or exported. The resources that it declares are never made at run time. */
export interface ComponentTypeEntry {
  readonly imports: readonly ItemTypeEntry[];
  readonly exports: readonly ItemTypeEntry[];
}

export type ItemTypeEntry = { readonly name: string } & (
  | { readonly kind: 'func'; readonly type: number }
  | { readonly kind: 'resource'; readonly resource: number }
  | { readonly kind: 'type'; readonly type: DefinedTypeEntry }
  | { readonly kind: 'module'; readonly type: CoreModuleEntry }
  | { readonly kind: 'component'; readonly type: ComponentTypeEntry }
  | { readonly kind: 'instance'; readonly items: readonly ItemTypeEntry[] }
);

/** A type that has a name: of values, or of a function, an instance or a component. */
export type DefinedTypeEntry =
  | TypeRef
  | { readonly kind: 'func'; readonly type: number }
  | { readonly kind: 'instance'; readonly items: readonly ItemTypeEntry[] }
  | { readonly kind: 'component'; readonly type: ComponentTypeEntry };

/** What a core module imports and exports. */
export interface CoreModuleEntry {
  readonly imports: readonly (readonly [module: string, name: string, type: CoreExternType])[];
  readonly exports: readonly (readonly [name: string, type: CoreExternType])[];
}

/** A component of `Plan.components`, or one that is imported. */
export type ComponentRef =
  { readonly kind: 'static'; readonly index: number } | { readonly kind: 'import'; readonly index: number };

export type ModuleRef =
  { readonly kind: 'static'; readonly index: number } | { readonly kind: 'import'; readonly index: number };

/** A core definition: an export of a core instance, or a core function that an initializer made. */
export type CoreDef =
  | { readonly kind: 'export'; readonly instance: number; readonly name: string }
  | { readonly kind: 'func'; readonly index: number };

/** Canonical options, with the places of what initializers extracted. */
export interface Options {
  /** The component instance that the function belongs to. */
  readonly instance: number;
  readonly stringEncoding: 'utf8' | 'utf16' | 'latin1+utf16';
  readonly memory: number | null;
  /** The type of an address in the memory. */
  readonly address: 'i32' | 'i64';
  readonly realloc: number | null;
  readonly postReturn: number | null;
  readonly async: boolean;
  readonly callback: number | null;
}

/** Something that a component instance has at run time, for another that it is given to. */
export type ItemRef =
  | { readonly kind: 'func'; readonly lifted: number }
  | { readonly kind: 'imported-func'; readonly import: number }
  | { readonly kind: 'resource'; readonly resource: number }
  | { readonly kind: 'module'; readonly module: ModuleRef }
  | { readonly kind: 'component'; readonly component: ComponentRef }
  | { readonly kind: 'instance'; readonly items: readonly NamedRef[] };

export type NamedRef = readonly [name: string, item: ItemRef];

/**
 * One step of instantiation. What a step makes is numbered by its kind, from 0 on: core instances, memories, core
 * functions extracted (for realloc, post-return and callback), lifted functions, and core functions made.
 */
export type Initializer =
  | {
      readonly op: 'instantiate-module';
      readonly module: ModuleRef;
      /** The component instance that does it. */
      readonly instance: number;
      readonly args: readonly CoreArguments[];
    }
  | { readonly op: 'extract-memory'; readonly core: CoreDef }
  | { readonly op: 'extract-realloc'; readonly core: CoreDef }
  | { readonly op: 'extract-post-return'; readonly core: CoreDef }
  | { readonly op: 'extract-callback'; readonly core: CoreDef }
  | {
      readonly op: 'define-resource';
      readonly resource: number;
      readonly instance: number;
      readonly dtor: CoreDef | null;
    }
  | {
      readonly op: 'lift';
      readonly core: CoreDef;
      readonly type: number;
      readonly options: Options;
    }
  /** Makes a core function that calls the host. */
  | { readonly op: 'lower-import'; readonly import: number; readonly type: number; readonly options: Options }
  /** Makes a core function that calls another component's lifted function: an adapter. */
  | { readonly op: 'lower-lifted'; readonly lifted: number; readonly type: number; readonly options: Options }
  | {
      readonly op: 'resource.new' | 'resource.drop' | 'resource.rep';
      readonly resource: number;
      readonly instance: number;
    }
  /** Makes the core function of a built-in for asynchronous calls, threads or error contexts. */
  | { readonly op: 'builtin'; readonly name: BuiltinCanon['kind'] }
  /**
   * Instantiates a component that the root imports. What is used of its exports is numbered like imports, as of here;
   * a resource among them fills its place in `Plan.resources`.
   */
  | {
      readonly op: 'instantiate-component';
      /** The number of the import. */
      readonly component: number;
      /** The component instance that does it. */
      readonly instance: number;
      readonly args: readonly NamedRef[];
      readonly exports: readonly ImportEntry[];
    };

/** What a core module is given for one module name: all of a core instance, or definitions by name. */
export type CoreArguments = { readonly module: string } & (
  { readonly instance: number } | { readonly items: readonly (readonly [name: string, core: CoreDef])[] }
);

/** `parent` is the place of the instance that this is an export of; null at the root. */
export type ExportEntry = { readonly name: string; readonly parent: number | null } & (
  | { readonly kind: 'func'; readonly lifted: number; readonly type: number }
  | { readonly kind: 'imported-func'; readonly import: number; readonly type: number }
  | { readonly kind: 'instance' }
  | { readonly kind: 'resource'; readonly resource: number }
  | { readonly kind: 'type'; readonly type: DefinedTypeEntry }
  | { readonly kind: 'module'; readonly module: ModuleRef; readonly type: CoreModuleEntry }
  /** `component` is null for one that uses what is imported around it: of that, only the type is known outside. */
  | {
      readonly kind: 'component';
      readonly component: ComponentRef | null;
      readonly type: ComponentTypeEntry;
    }
);
