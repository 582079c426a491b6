/** Types and functions as they are written. */
import type { PrimitiveType } from './primitive-types.js';
import type { Span } from '../source/span.js';
import type { Identifier, Prelude } from './ast.js';

/** The span of a type is its first word: `list` of `list<u8>`. */
export type TypeSyntax =
  | { readonly kind: 'primitive'; readonly type: PrimitiveType; readonly span: Span }
  | { readonly kind: 'name'; readonly name: Identifier; readonly span: Span }
  | { readonly kind: 'own' | 'borrow'; readonly resource: Identifier; readonly span: Span }
  | { readonly kind: 'list' | 'option'; readonly element: TypeSyntax; readonly span: Span }
  | {
      readonly kind: 'fixed-length-list';
      readonly element: TypeSyntax;
      readonly length: number;
      readonly span: Span;
    }
  | { readonly kind: 'map'; readonly key: TypeSyntax; readonly value: TypeSyntax; readonly span: Span }
  | { readonly kind: 'tuple'; readonly types: readonly TypeSyntax[]; readonly span: Span }
  | {
      readonly kind: 'result';
      readonly ok: TypeSyntax | undefined;
      readonly err: TypeSyntax | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'future' | 'stream'; readonly element: TypeSyntax | undefined; readonly span: Span }
  /** A type that could not be read, which is reported already. */
  | { readonly kind: 'broken'; readonly span: Span };

/** A declaration that gives a type its name. */
export interface TypeDefSyntax extends Prelude {
  readonly kind: 'type';
  readonly name: Identifier;
  readonly body: TypeBody;
}

export type TypeBody =
  | { readonly kind: 'alias'; readonly type: TypeSyntax }
  | { readonly kind: 'record'; readonly fields: readonly FieldSyntax[] }
  | { readonly kind: 'variant'; readonly cases: readonly CaseSyntax[] }
  | { readonly kind: 'enum' | 'flags'; readonly labels: readonly LabelSyntax[] }
  | { readonly kind: 'resource'; readonly funcs: readonly ResourceFunc[] };

export interface LabelSyntax {
  readonly name: Identifier;
  readonly docs: string | undefined;
}

export interface FieldSyntax extends LabelSyntax {
  readonly type: TypeSyntax;
}

export interface CaseSyntax extends LabelSyntax {
  readonly type: TypeSyntax | undefined;
}

export interface ResourceFunc extends Prelude {
  readonly kind: 'method' | 'static' | 'constructor';
  /** For a constructor, the keyword. */
  readonly name: Identifier;
  readonly func: FuncSyntax;
}

export interface FuncSyntax {
  readonly async: boolean;
  readonly params: readonly ParamSyntax[];
  readonly result: TypeSyntax | undefined;
  /** The keyword. */
  readonly span: Span;
}

export interface ParamSyntax {
  readonly name: Identifier;
  readonly type: TypeSyntax;
}
