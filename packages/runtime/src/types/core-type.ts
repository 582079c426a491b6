/**
 * The types of core WebAssembly, with every index resolved. Types that are the same are written the same: a reference to
 * a defined type names it by a number that all equal recursion groups of a binary share.
 *
 * @see https://webassembly.github.io/spec/core/syntax/types.html
 */

export type CoreAbstractHeapType =
  | 'func'
  | 'nofunc'
  | 'extern'
  | 'noextern'
  | 'any'
  | 'none'
  | 'eq'
  | 'struct'
  | 'array'
  | 'i31'
  | 'exn'
  | 'noexn'
  | 'cont'
  | 'nocont';

/** A value type as core WebAssembly writes it: `i32`, `funcref`, `(ref null 3)`. */
export type CoreValType = string;

export interface CoreFuncType {
  readonly kind: 'func';
  readonly params: readonly CoreValType[];
  readonly results: readonly CoreValType[];
}

export interface CoreTableType {
  readonly kind: 'table';
  readonly element: CoreValType;
  readonly limits: CoreLimitsType;
  readonly shared: boolean;
}

export interface CoreMemoryType {
  readonly kind: 'memory';
  readonly limits: CoreLimitsType;
  readonly shared: boolean;
  /** The base 2 logarithm of the page size: 16, but for modules that choose another. */
  readonly pageSize: number;
}

/** In pages or elements. Kept as decimal text, so that types stay plain JSON. */
export interface CoreLimitsType {
  readonly min: string;
  readonly max: string | null;
  /** The type of an address. */
  readonly address: 'i32' | 'i64';
}

export interface CoreGlobalType {
  readonly kind: 'global';
  readonly type: CoreValType;
  readonly mutable: boolean;
  readonly shared: boolean;
}

export interface CoreTagType {
  readonly kind: 'tag';
  readonly params: readonly CoreValType[];
}

/** The type of something that a core module imports or exports. */
export type CoreExternType = CoreFuncType | CoreTableType | CoreMemoryType | CoreGlobalType | CoreTagType;
