import { printCall } from './calls.js';
import { canBreak, group, indent, indentIfBreak, line, willBreak, type Doc } from './doc.js';
import type { Call, Expression } from './expressions.js';
import type { Place, Print } from './places.js';
import { isShortArgument } from './short-arguments.js';
import { typeArgumentsDoc, type Type } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

interface Target {
  /** Where the right side stands, to itself. */
  readonly place: Place;
  /** Of a variable that is declared. */
  readonly type?: Type | undefined;
}

/** A key this short has nothing to gain from a line of its own. */
const shortKey = 5;

/** `left = right` and `left: right`. */
export function printAssignment(
  left: Doc,
  operator: string,
  right: Expression,
  { place, type }: Target,
  print: Print,
): Doc {
  if (right.kind === 'assignment') throw new Unfamiliar('an assignment of an assignment');
  if (right.kind === 'arrow' && place !== 'property') throw new Unfamiliar('a function that is assigned');
  const rightDoc = print(right, place);
  const start = [group(left), operator];
  if (isComplex(type)) return group([left, operator, ' ', group(rightDoc)]);
  const hasShortKey = place === 'property' && typeof left === 'string' && left.length < shortKey;
  if (breaksAfterOperator(right, hasShortKey, print)) return group([start, group(indent([line, rightDoc]))]);
  const neverBreaks = hasShortKey || right.kind === 'number' || isBoolean(right);
  if (neverBreaks && !canBreak(left)) return group([start, ' ', rightDoc]);
  const gap = group(indent(line));
  return group([start, gap, indentIfBreak(rightDoc, gap)]);
}

/** A type with arguments that have arguments of their own breaks before what is assigned. */
function isComplex(type: Type | undefined): boolean {
  return type !== undefined && type.args.length > 1 && type.args.some(({ args }) => args.length > 0);
}

function isBoolean(node: Expression): boolean {
  return node.kind === 'constant' && node.text !== 'null';
}

function breaksAfterOperator(right: Expression, hasShortKey: boolean, print: Print): boolean {
  if (right.kind === 'binary') return true;
  if (right.kind === 'conditional') return right.test.kind === 'binary';
  if (hasShortKey) return false;
  let node: Expression = right;
  while (node.kind === 'unary') node = node.operand;
  return node.kind === 'string' || isPoorlyBreakable(node, false, print);
}

/** A chain in which there is no place to break well. */
function isPoorlyBreakable(node: Expression, isDeep: boolean, print: Print): boolean {
  if (node.kind === 'call' && !node.isNew) {
    const [first] = node.args;
    const isPoor = first === undefined || (node.args.length === 1 && isShortArgument(first));
    if (!isPoor || printCall(node, 'operand', print).isChain || hasComplexTypeArguments(node)) return false;
    return isPoorlyBreakable(node.callee, true, print);
  }
  if (node.kind === 'member') return isPoorlyBreakable(node.object, true, print);
  return isDeep && (node.kind === 'identifier' || node.kind === 'this');
}

function hasComplexTypeArguments({ typeArgs }: Call): boolean {
  const [first] = typeArgs;
  if (first === undefined) return false;
  const isComplexType = first.kind === 'union' || first.kind === 'intersection' || first.kind === 'object';
  return typeArgs.length > 1 || isComplexType || willBreak(typeArgumentsDoc(typeArgs));
}
