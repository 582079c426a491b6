/**
 * What a component binary says, before anything is looked up: the definitions of each component in their order, with
 * indices into index spaces that later phases build.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
import type { PrimitiveName } from '../types/val-type.js';
import type { CoreModuleDefinition, CoreTypeDefinition, CoreValTypeRef } from './core-definitions.js';

export interface ComponentDefinition {
  /** Where the component begins and how long it is, in bytes of the whole binary, its preamble included. */
  readonly offset: number;
  readonly size: number;
  readonly definitions: readonly Definition[];
}

/** `offset` counts bytes from the start of the binary. */
export type Definition = { readonly offset: number } & (
  | { readonly kind: 'custom'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'core-module';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly module: CoreModuleDefinition;
    }
  | { readonly kind: 'core-instance'; readonly expression: CoreInstanceExpression }
  | { readonly kind: 'core-type'; readonly type: CoreTypeDefinition }
  | { readonly kind: 'component'; readonly component: ComponentDefinition }
  | { readonly kind: 'instance'; readonly expression: InstanceExpression }
  | { readonly kind: 'alias'; readonly alias: Alias }
  | { readonly kind: 'type'; readonly type: TypeDefinition }
  | { readonly kind: 'canon'; readonly canon: Canon }
  | {
      readonly kind: 'start';
      readonly func: number;
      readonly args: readonly number[];
      readonly results: number;
    }
  | { readonly kind: 'import'; readonly import: ExternDeclaration }
  | {
      readonly kind: 'export';
      readonly name: ExternName;
      readonly item: SortIndex;
      readonly type: ExternType | undefined;
    }
  | { readonly kind: 'value'; readonly type: ValTypeRef; readonly bytes: Uint8Array<ArrayBuffer> }
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
  | { readonly kind: 'instantiate'; readonly component: number; readonly args: readonly Argument[] }
  | { readonly kind: 'exports'; readonly exports: readonly InlineExport[] };

export interface Argument {
  readonly name: string;
  readonly item: SortIndex;
}

export interface InlineExport {
  readonly name: ExternName;
  readonly item: SortIndex;
}

/** The name of an import or export, with what is said about it. An attribute can stand here more than once. */
export interface ExternName {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly kind: 'implements' | 'version-suffix' | 'external-id';
  readonly value: string;
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
  | { readonly kind: 'resource'; readonly rep: CoreValTypeRef; readonly dtor: number | undefined };

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
  readonly name: ExternName;
  readonly type: ExternType;
}

export type ExternType =
  | { readonly sort: 'core-module' | 'func' | 'component' | 'instance'; readonly type: number }
  | {
      readonly sort: 'type';
      readonly bound: { readonly kind: 'eq'; readonly type: number } | { readonly kind: 'sub-resource' };
    }
  | {
      readonly sort: 'value';
      readonly bound:
        | { readonly kind: 'eq'; readonly value: number }
        | { readonly kind: 'type'; readonly type: ValTypeRef };
    };

export type StringEncoding = 'utf8' | 'utf16' | 'latin1+utf16';

/** A canonical option, as it stands: validation finds those that are given twice. */
export type CanonOption =
  | { readonly kind: 'string-encoding'; readonly encoding: StringEncoding }
  | { readonly kind: 'memory' | 'realloc' | 'post-return' | 'callback'; readonly index: number }
  | { readonly kind: 'async' };

export type Canon =
  | {
      readonly kind: 'lift';
      readonly core: number;
      readonly options: readonly CanonOption[];
      readonly type: number;
    }
  | { readonly kind: 'lower'; readonly func: number; readonly options: readonly CanonOption[] }
  | { readonly kind: 'resource.new' | 'resource.drop' | 'resource.rep'; readonly resource: number }
  | BuiltinCanon;

/** A built-in of asynchronous calls, threads or error contexts. */
export type BuiltinCanon =
  | {
      readonly kind:
        | 'backpressure.inc'
        | 'backpressure.dec'
        | 'task.cancel'
        | 'subtask.drop'
        | 'error-context.drop'
        | 'waitable-set.new'
        | 'waitable-set.drop'
        | 'waitable.join'
        | 'thread.index'
        | 'thread.resume-later';
    }
  | {
      readonly kind: 'task.return';
      readonly result: ValTypeRef | undefined;
      readonly options: readonly CanonOption[];
    }
  | { readonly kind: 'context.get' | 'context.set'; readonly type: CoreValTypeRef; readonly slot: number }
  | { readonly kind: 'subtask.cancel'; readonly async: boolean }
  | {
      readonly kind: `${'stream' | 'future'}.${'new' | 'drop-readable' | 'drop-writable'}`;
      readonly type: number;
    }
  | {
      readonly kind: `${'stream' | 'future'}.${'read' | 'write'}`;
      readonly type: number;
      readonly options: readonly CanonOption[];
    }
  | {
      readonly kind: `${'stream' | 'future'}.${'cancel-read' | 'cancel-write'}`;
      readonly type: number;
      readonly async: boolean;
    }
  | {
      readonly kind: 'error-context.new' | 'error-context.debug-message';
      readonly options: readonly CanonOption[];
    }
  | {
      readonly kind: 'waitable-set.wait' | 'waitable-set.poll';
      readonly cancellable: boolean;
      readonly memory: number;
    }
  | { readonly kind: 'thread.new-indirect'; readonly type: number; readonly table: number }
  | {
      readonly kind:
        | 'thread.suspend'
        | 'thread.yield'
        | 'thread.suspend-then-resume'
        | 'thread.yield-then-resume'
        | 'thread.suspend-then-promote'
        | 'thread.yield-then-promote';
      readonly cancellable: boolean;
    }
  | { readonly kind: 'thread.spawn-ref'; readonly shared: boolean; readonly type: number }
  | {
      readonly kind: 'thread.spawn-indirect';
      readonly shared: boolean;
      readonly type: number;
      readonly table: number;
    }
  | { readonly kind: 'thread.available-parallelism'; readonly shared: boolean };
