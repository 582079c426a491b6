import { arrayDoc } from './arrays.js';
import { printAssignment } from './assignments.js';
import { printCall } from './calls.js';
import { group, ifBreak, indent, join, line, type Doc } from './doc.js';
import type { Expression, ObjectExpression, Property } from './expressions.js';
import { arrowDoc } from './functions.js';
import { memberDoc } from './members.js';
import { binaryDoc, conditionalDoc, needsParentheses } from './operators.js';
import type { Place } from './places.js';
import { Unfamiliar } from './unfamiliar.js';

export function printExpression(node: Expression, place: Place): Doc {
  const doc = bareExpression(node, place);
  return needsParentheses(node, place) ? ['(', doc, ')'] : doc;
}

function bareExpression(node: Expression, place: Place): Doc {
  switch (node.kind) {
    case 'identifier':
    case 'this':
    case 'super':
    case 'string':
    case 'number':
    case 'bigint':
    case 'constant':
      return node.text;
    case 'array':
      return arrayDoc(node.elements, printExpression);
    case 'object':
      return objectDoc(node);
    case 'member':
      return memberDoc(node, place, printExpression);
    case 'call':
      return printCall(node, place, printExpression).doc;
    case 'unary':
      return [node.operator, printExpression(node.operand, 'unary')];
    case 'increment':
      return [printExpression(node.operand, 'unary'), '++'];
    case 'binary':
      return binaryDoc(node, place, printExpression);
    case 'conditional':
      return conditionalDoc(node, place, printExpression);
    case 'assignment': {
      if (place !== 'statement' && place !== 'loop') throw new Unfamiliar('an assignment in an expression');
      const left = printExpression(node.left, 'left');
      return printAssignment(
        left,
        ` ${node.operator}`,
        node.right,
        {
          place: node.left.kind === 'identifier' ? 'assigned' : 'assigned-to-member',
        },
        printExpression,
      );
    }
    case 'arrow':
      return arrowDoc(node, false, printExpression);
  }
}

function objectDoc({ properties, isTall }: ObjectExpression): Doc {
  if (properties.length === 0) return '{}';
  const docs = properties.map(propertyDoc);
  return group(['{', indent([line, join([',', line], docs)]), ifBreak(','), line, '}'], isTall);
}

export function propertyDoc({ key, value }: Property): Doc {
  return value === undefined ? key : printAssignment(key, ':', value, { place: 'property' }, printExpression);
}
