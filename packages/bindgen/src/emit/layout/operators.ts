import { group, indent, line, softline, type Doc } from './doc.js';
import { isLogical, precedence, type Binary, type Conditional, type Expression } from './expressions.js';
import type { Place, Print } from './places.js';
import { Unfamiliar } from './unfamiliar.js';

/** Those of an expression within another operator are `operandDoc`'s. */
export function needsParentheses(node: Expression, place: Place): boolean {
  const isWithin = place === 'unary' || place === 'object' || place === 'callee' || place === 'new-callee';
  switch (node.kind) {
    case 'binary':
      if (place === 'callee' || place === 'new-callee') throw new Unfamiliar('an operator in a callee');
      return isWithin;
    case 'conditional':
      if (isWithin && place !== 'unary') throw new Unfamiliar('a choice in a chain');
      return place === 'unary' || place === 'operand';
    case 'unary':
      if (isWithin && !(place === 'unary' && node.operator === '!'))
        throw new Unfamiliar('an operator in another');
      if (node.operator === 'await ' && !awaitPlaces.has(place)) throw new Unfamiliar('what is awaited');
      return false;
    case 'arrow':
      if (!functionPlaces.has(place)) throw new Unfamiliar('a function in an expression');
      return false;
    case 'object':
    case 'string':
      if (place === 'statement') throw new Unfamiliar(`${node.kind} as a statement`);
      return false;
    case 'number':
    case 'bigint':
    case 'increment':
      if (isWithin && place !== 'unary') throw new Unfamiliar('a number in a chain');
      return false;
    default:
      return false;
  }
}

const awaitPlaces: ReadonlySet<Place> = new Set([
  'argument',
  'returned',
  'initializer',
  'assigned',
  'statement',
]);
const functionPlaces: ReadonlySet<Place> = new Set(['argument', 'returned', 'property']);

export function binaryDoc(node: Binary, place: Place, print: Print): Doc {
  const parts = binaryParts(node, undefined, place === 'condition', print);
  switch (place) {
    case 'condition':
      return parts;
    case 'unary':
    case 'object':
      return group([indent([softline, parts]), softline]);
    case 'returned':
    case 'arrow-body':
    case 'loop':
    case 'test':
    case 'branch':
    case 'assigned':
    case 'assigned-to-member':
    case 'initializer':
    case 'property':
      return group(parts);
    default: {
      const [head = '', ...rest] = parts;
      return group([head, indent(rest)]);
    }
  }
}

/** Operators of the same precedence break together. */
function binaryParts(node: Binary, parent: Binary | undefined, isCondition: boolean, print: Print): Doc[] {
  const { operator, left, right } = node;
  if (isLogical(node) && (right.kind === 'object' || right.kind === 'array'))
    throw new Unfamiliar('a literal on the right');
  const parts =
    left.kind === 'binary' && isFlat(operator, left.operator)
      ? binaryParts(left, node, isCondition, print)
      : [group(operandDoc(left, node, 'left', print))];
  const rightParts = [operator, line, operandDoc(right, node, 'right', print)];
  const isAlone = [parent, left, right].every(
    (other) => other?.kind !== 'binary' || isLogical(other) !== isLogical(node),
  );
  const isGrouped = isAlone && !(isCondition && isLogical(node));
  return [...parts, ' ', isGrouped ? group(rightParts) : rightParts];
}

function operandDoc(node: Expression, parent: Binary, side: 'left' | 'right', print: Print): Doc {
  if (node.kind !== 'binary') return print(node, 'operand');
  const parts = binaryParts(node, parent, false, print);
  const [head = '', ...rest] = parts;
  const doc = group([head, indent(rest)]);
  return isParenthesized(node, parent, side) ? ['(', doc, ')'] : doc;
}

function isParenthesized(node: Binary, parent: Binary, side: 'left' | 'right'): boolean {
  if (isLogical(node) && isLogical(parent)) throw new Unfamiliar('`&&` and `||` together');
  const [inner = 0, outer = 0] = [precedence[node.operator], precedence[parent.operator]];
  if (outer > inner) return true;
  if (outer === inner && (side === 'right' || !isFlat(parent.operator, node.operator))) return true;
  return parent.operator === '|' || parent.operator === '&';
}

function isFlat(outer: string, inner: string): boolean {
  return precedence[outer] === precedence[inner] && outer !== '===' && outer !== '!==';
}

export function conditionalDoc({ test, yes, no }: Conditional, place: Place, print: Print): Doc {
  if ([test, yes, no].some(({ kind }) => kind === 'conditional')) throw new Unfamiliar('a choice in another');
  const isPassed = place === 'returned' || place === 'argument';
  return group([
    print(test, isPassed ? 'inner-test' : 'test'),
    indent([
      [line, '? ', indent(print(yes, isPassed ? 'operand' : 'branch'))],
      [line, ': ', indent(print(no, isPassed ? 'operand' : 'branch'))],
    ]),
  ]);
}
