/**
 * What a component binary says, before anything is looked up: the definitions of each component in their order, with
 * indices into index spaces that later phases build.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
import type { PrimitiveName } from '../types/val-type.js';

export interface ComponentDefinition {
  readonly definitions: readonly Definition[];
}

/** `offset` counts bytes from the start of the binary. */
export type Definition = { readonly offset: number } & (
  | { readonly kind: 'core-module'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'core-instance'; readonly expression: CoreInstanceExpression }
  | { readonly kind: 'core-type'; readonly type: CoreTypeDefinition }
  | { readonly kind: 'component'; readonly component: ComponentDefinition }
  | { readonly kind: 'instance'; readonly expression: InstanceExpression }
  | { readonly kind: 'alias'; readonly alias: Alias }
  | { readonly kind: 'type'; readonly type: TypeDefinition }
  | { readonly kind: 'canon'; readonly canon: Canon }
  | { readonly kind: 'import'; readonly import: ExternDeclaration }
  | {
      readonly kind: 'export';
      readonly name: string;
      readonly item: SortIndex;
      readonly type: ExternType | undefined;
    }
);

export type CoreSort = 'func' | 'table' | 'memory' | 'global' | 'tag' | 'type' | 'module' | 'instance';

export interface CoreSortIndex {
  readonly sort: CoreSort;
  readonly index: number;
}

export type Sort = 'core-module' | 'func' | 'value' | 'type' | 'component' | 'instance';

export interface SortIndex {
  readonly sort: Sort;
  readonly index: number;
}

export type CoreInstanceExpression =
  | { readonly kind: 'instantiate'; readonly module: number; readonly args: readonly CoreArgument[] }
  | { readonly kind: 'exports'; readonly exports: readonly ({ readonly name: string } & CoreSortIndex)[] };

export interface CoreArgument {
  readonly name: string;
  readonly instance: number;
}

export type InstanceExpression =
  | { readonly kind: 'instantiate'; readonly component: number; readonly args: readonly NamedItem[] }
  | { readonly kind: 'exports'; readonly exports: readonly NamedItem[] };

export interface NamedItem {
  readonly name: string;
  readonly item: SortIndex;
}

export type Alias =
  | { readonly kind: 'export'; readonly sort: Sort; readonly instance: number; readonly name: string }
  | {
      readonly kind: 'core-export';
      readonly sort: CoreSort;
      readonly instance: number;
      readonly name: string;
    }
  | {
      readonly kind: 'outer';
      readonly sort: Sort | 'core-type';
      readonly count: number;
      readonly index: number;
    };

/** A primitive type, or an index into the type index space. */
export type ValTypeRef = PrimitiveName | number;

export interface LabelledRef {
  readonly name: string;
  readonly type: ValTypeRef;
}

export type TypeDefinition =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'record'; readonly fields: readonly LabelledRef[] }
  | {
      readonly kind: 'variant';
      readonly cases: readonly { readonly name: string; readonly type: ValTypeRef | undefined }[];
    }
  | { readonly kind: 'list'; readonly element: ValTypeRef; readonly length: number | undefined }
  | { readonly kind: 'map'; readonly key: ValTypeRef; readonly value: ValTypeRef }
  | { readonly kind: 'tuple'; readonly types: readonly ValTypeRef[] }
  | { readonly kind: 'flags' | 'enum'; readonly names: readonly string[] }
  | { readonly kind: 'option'; readonly some: ValTypeRef }
  | { readonly kind: 'result'; readonly ok: ValTypeRef | undefined; readonly err: ValTypeRef | undefined }
  | { readonly kind: 'own' | 'borrow'; readonly resource: number }
  | { readonly kind: 'stream' | 'future'; readonly element: ValTypeRef | undefined }
  | FuncTypeDefinition
  | { readonly kind: 'component-type'; readonly declarations: readonly Declaration[] }
  | { readonly kind: 'instance-type'; readonly declarations: readonly Declaration[] }
  | { readonly kind: 'resource'; readonly dtor: number | undefined };

export interface FuncTypeDefinition {
  readonly kind: 'func';
  readonly async: boolean;
  readonly params: readonly LabelledRef[];
  readonly result: ValTypeRef | undefined;
}

/** A declarator of a component type or an instance type. Only a component type has imports. */
export type Declaration = { readonly offset: number } & (
  | { readonly kind: 'core-type'; readonly type: CoreTypeDefinition }
  | { readonly kind: 'type'; readonly type: TypeDefinition }
  | { readonly kind: 'alias'; readonly alias: Alias }
  | { readonly kind: 'import'; readonly import: ExternDeclaration }
  | { readonly kind: 'export'; readonly export: ExternDeclaration }
);

export interface ExternDeclaration {
  readonly name: string;
  readonly type: ExternType;
}

export type ExternType =
  | { readonly sort: 'core-module' | 'func' | 'component' | 'instance'; readonly type: number }
  | {
      readonly sort: 'type';
      readonly bound: { readonly kind: 'eq'; readonly type: number } | { readonly kind: 'sub-resource' };
    };

export type CoreTypeDefinition =
  | { readonly kind: 'func'; readonly params: readonly string[]; readonly results: readonly string[] }
  | { readonly kind: 'module'; readonly declarations: readonly CoreModuleDeclaration[] };

export type CoreModuleDeclaration =
  | { readonly kind: 'type'; readonly type: CoreTypeDefinition }
  | { readonly kind: 'outer-type'; readonly count: number; readonly index: number }
  | { readonly kind: 'import'; readonly module: string; readonly name: string; readonly type: CoreExternRef }
  | { readonly kind: 'export'; readonly name: string; readonly type: CoreExternRef };

export interface LimitsDefinition {
  readonly min: bigint;
  readonly max?: bigint;
  readonly shared: boolean;
  readonly wide: boolean;
}

/** The type of a core import or export; functions and tags name theirs by index. */
export type CoreExternRef =
  | { readonly kind: 'func' | 'tag'; readonly type: number }
  | { readonly kind: 'table'; readonly element: string; readonly limits: LimitsDefinition }
  | { readonly kind: 'memory'; readonly limits: LimitsDefinition }
  | { readonly kind: 'global'; readonly type: string; readonly mutable: boolean };

/** Canonical options. Those that are absent have the standard's defaults. */
export interface CanonOptions {
  readonly stringEncoding: 'utf8' | 'utf16' | 'latin1+utf16';
  readonly memory: number | undefined;
  readonly realloc: number | undefined;
  readonly postReturn: number | undefined;
  readonly async: boolean;
  readonly callback: number | undefined;
}

export type Canon =
  | { readonly kind: 'lift'; readonly core: number; readonly options: CanonOptions; readonly type: number }
  | { readonly kind: 'lower'; readonly func: number; readonly options: CanonOptions }
  | { readonly kind: 'resource.new' | 'resource.drop' | 'resource.rep'; readonly resource: number };
