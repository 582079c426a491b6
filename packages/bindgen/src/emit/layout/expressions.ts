import type { Block } from './blocks.js';
import type { Parameters } from './parameters.js';
import type { Type } from './types.js';

/** An expression, as it has been read. */
export type Expression =
  | { readonly kind: 'identifier'; readonly text: string }
  | { readonly kind: 'this'; readonly text: string }
  | { readonly kind: 'super'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'bigint'; readonly text: string }
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'array'; readonly elements: readonly Expression[] }
  | ObjectExpression
  | Member
  | Call
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | 'await '; readonly operand: Expression }
  | { readonly kind: 'increment'; readonly operand: Expression }
  | Binary
  | Conditional
  | Assignment
  | Arrow;

export interface ObjectExpression {
  readonly kind: 'object';
  readonly properties: readonly Property[];
  /** Whether it was written with a line end after its brace, and so stays on several lines. */
  readonly isTall: boolean;
}

export interface Property {
  readonly key: string;
  /** Undefined where the key says it. */
  readonly value: Expression | undefined;
}

export interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  /** `x` and `#x` after a dot, or an expression in brackets. */
  readonly property: string | Expression;
}

export interface Call {
  readonly kind: 'call';
  readonly isNew: boolean;
  readonly callee: Expression;
  readonly typeArgs: readonly Type[];
  readonly args: readonly Expression[];
}

export interface Binary {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

export interface Assignment {
  readonly kind: 'assignment';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Arrow {
  readonly kind: 'arrow';
  readonly parameters: Parameters;
  readonly returned: Type | undefined;
  readonly body: Expression | Block;
}

/** How tightly operators bind. */
export const precedence: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '&': 4,
  '===': 5,
  '!==': 5,
  '<': 6,
  '>': 6,
  '+': 7,
  '-': 7,
  '*': 8,
};

export function isLogical({ operator }: Binary): boolean {
  return operator === '&&' || operator === '||';
}
