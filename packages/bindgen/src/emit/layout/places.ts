import type { Doc } from './doc.js';
import type { Expression } from './expressions.js';

/** Where an expression stands, as far as it is printed in another way for that. */
export type Place =
  | 'argument'
  | 'arrow-body'
  | 'assigned'
  /** What is assigned to a property. */
  | 'assigned-to-member'
  | 'branch'
  | 'callee'
  | 'condition'
  | 'default'
  | 'element'
  | 'initializer'
  | 'left'
  | 'loop'
  | 'new-callee'
  | 'object'
  | 'operand'
  | 'property'
  | 'returned'
  | 'statement'
  | 'test'
  /** Of what is returned or passed. */
  | 'inner-test'
  | 'unary';

/** Prints an expression: what prints those around it is given this. */
export type Print = (node: Expression, place: Place) => Doc;
