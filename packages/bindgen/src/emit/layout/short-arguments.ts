import type { Expression } from './expressions.js';

/** A quarter of a line. */
const shortText = 25;

/** Whether an argument that stands alone is too short to be worth a line of its own. */
export function isShortArgument(node: Expression): boolean {
  switch (node.kind) {
    case 'this':
    case 'number':
    case 'bigint':
    case 'constant':
      return true;
    case 'identifier':
    case 'string':
      return node.text.length <= shortText;
    case 'unary':
      return node.operator !== 'await ' && isShortArgument(node.operand);
    case 'call':
      return (
        !node.isNew &&
        node.args.length === 0 &&
        node.callee.kind === 'identifier' &&
        node.callee.text.length <= shortText - 2
      );
    default:
      return false;
  }
}

/** Whether an argument is simple enough for a chain of calls to stay on a line. */
export function isSimpleArgument(node: Expression, depth = 2): boolean {
  if (depth <= 0) return false;
  const isSimple = (child: Expression): boolean => isSimpleArgument(child, depth - 1);
  switch (node.kind) {
    case 'object':
      return node.properties.every(({ value }) => value === undefined || isSimple(value));
    case 'array':
      return node.elements.every(isSimple);
    case 'call':
      return isSimpleArgument(node.callee, depth) && node.args.length <= depth && node.args.every(isSimple);
    case 'member': {
      const { object, property } = node;
      return (
        isSimpleArgument(object, depth) && (typeof property === 'string' || isSimpleArgument(property, depth))
      );
    }
    case 'unary':
      return node.operator !== 'await ' && isSimpleArgument(node.operand, depth);
    case 'increment':
      return isSimpleArgument(node.operand, depth);
    case 'binary':
    case 'conditional':
    case 'assignment':
    case 'arrow':
      return false;
    default:
      return true;
  }
}
