/**
 * What a component binary says in terms of core WebAssembly: core types, and the parts of core modules that others see.
 * Nothing is looked up. The engine checks the rest of a core module when it compiles it.
 *
 * @see https://webassembly.github.io/spec/core/binary/index.html
 */
import type { CoreAbstractHeapType } from '../types/core-type.js';

/** A value type: a number or vector type by name, or a reference. */
export type CoreValTypeRef = 'i32' | 'i64' | 'f32' | 'f64' | 'v128' | CoreRefTypeRef;

export interface CoreRefTypeRef {
  readonly nullable: boolean;
  /** An abstract heap type by name, or the index of a defined one. */
  readonly heap: CoreAbstractHeapType | number;
  readonly shared: boolean;
}

/** `core:deftype`: a group of recursive types, or a module type. */
export type CoreTypeDefinition =
  CoreRecType | { readonly kind: 'module'; readonly declarations: readonly CoreModuleDeclaration[] };

/** A recursion group; each of its members gets an index of its own. One type by itself is a group of one. */
export interface CoreRecType {
  readonly kind: 'rec';
  readonly types: readonly CoreSubType[];
}

export interface CoreSubType {
  readonly final: boolean;
  readonly supertypes: readonly number[];
  readonly shared: boolean;
  readonly type: CoreCompositeType;
}

export type CoreCompositeType =
  | {
      readonly kind: 'func';
      readonly params: readonly CoreValTypeRef[];
      readonly results: readonly CoreValTypeRef[];
    }
  | { readonly kind: 'struct'; readonly fields: readonly CoreFieldType[] }
  | { readonly kind: 'array'; readonly field: CoreFieldType };

export interface CoreFieldType {
  readonly type: CoreValTypeRef | 'i8' | 'i16';
  readonly mutable: boolean;
}

export type CoreModuleDeclaration =
  | { readonly kind: 'import'; readonly import: CoreImport }
  | { readonly kind: 'type'; readonly type: CoreTypeDefinition }
  | { readonly kind: 'outer-type'; readonly count: number; readonly index: number }
  | { readonly kind: 'export'; readonly name: string; readonly type: CoreExternRef };

export interface CoreImport {
  readonly module: string;
  readonly name: string;
  readonly type: CoreExternRef;
}

export interface CoreLimits {
  /** In pages of a memory or elements of a table. */
  readonly min: bigint;
  readonly max: bigint | undefined;
  /** Whether addresses are `i64`. */
  readonly wide: boolean;
}

/** The type of a core import or export; functions and tags name theirs by index. */
export type CoreExternRef =
  { readonly kind: 'func' | 'tag'; readonly type: number } | CoreTableRef | CoreMemoryRef | CoreGlobalRef;

export interface CoreTableRef {
  readonly kind: 'table';
  readonly element: CoreRefTypeRef;
  readonly limits: CoreLimits;
  readonly shared: boolean;
}

export interface CoreMemoryRef {
  readonly kind: 'memory';
  readonly limits: CoreLimits;
  readonly shared: boolean;
  /** The base 2 logarithm of the page size; `undefined` for pages of 64 KiB. */
  readonly pageSize: number | undefined;
}

export interface CoreGlobalRef {
  readonly kind: 'global';
  readonly type: CoreValTypeRef;
  readonly mutable: boolean;
  readonly shared: boolean;
}

/** The parts of a core module that its imports and exports are made of; function bodies and data are skipped. */
export interface CoreModuleDefinition {
  readonly types: readonly CoreRecType[];
  readonly imports: readonly CoreImport[];
  /** The type indices of the functions that the module defines. */
  readonly funcs: readonly number[];
  readonly tables: readonly CoreTableRef[];
  readonly memories: readonly CoreMemoryRef[];
  readonly globals: readonly CoreGlobalRef[];
  /** The type indices of the tags that the module defines. */
  readonly tags: readonly number[];
  readonly exports: readonly CoreExport[];
}

export interface CoreExport {
  readonly name: string;
  readonly kind: CoreExternRef['kind'];
  readonly index: number;
  /** From the start of the whole binary, for messages. */
  readonly offset: number;
}
