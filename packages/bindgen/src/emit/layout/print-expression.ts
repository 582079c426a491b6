import { printAssignment } from './assignments.js';
import { printCall } from './calls.js';
import { binaryDoc, conditionalDoc, needsParentheses } from './operators.js';
import { flatGroup, group, ifBreak, indent, join, line, softline, type Doc } from './doc.js';
import type { Arrow, Expression, Member, ObjectExpression } from './expressions.js';
import { blockDoc } from './statements.js';
import { signatureDoc } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

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
    case 'constant':
      return node.text;
    case 'array':
      return arrayDoc(node.elements);
    case 'object':
      return objectDoc(node);
    case 'member':
      return memberDoc(node, place);
    case 'call':
      return printCall(node, place).doc;
    case 'unary':
      return [node.operator, printExpression(node.operand, 'unary')];
    case 'increment':
      return [printExpression(node.operand, 'unary'), '++'];
    case 'binary':
      return binaryDoc(node, place);
    case 'conditional':
      return conditionalDoc(node, place);
    case 'assignment': {
      if (place !== 'statement' && place !== 'loop') throw new Unfamiliar('an assignment in an expression');
      const left = printExpression(node.left, 'left');
      return printAssignment(left, ` ${node.operator}`, node.right, {
        place: node.left.kind === 'identifier' ? 'assigned' : 'assigned-to-member',
      });
    }
    case 'arrow':
      return arrowDoc(node, false);
  }
}

function arrayDoc(elements: readonly Expression[]): Doc {
  if (elements.length === 0) return '[]';
  const docs = elements.map((element) => group(printExpression(element, 'element')));
  const list = [softline, join([',', line], docs), ifBreak(',')];
  const contents = ['[', indent(list), softline, ']'];
  // Of numbers there are as many on a line as fit.
  return isConcise(elements) ? flatGroup(contents) : group(contents, isTable(elements));
}

export function isConcise(elements: readonly Expression[]): boolean {
  return elements.every(
    (one) => one.kind === 'number' || (one.kind === 'unary' && one.operand.kind === 'number'),
  );
}

/** Whether all elements are arrays, or all objects, of several things. */
function isTable(elements: readonly Expression[]): boolean {
  const [first] = elements;
  return (
    elements.length > 1 &&
    elements.every((element) => {
      if (element.kind !== first?.kind) return false;
      if (element.kind === 'array') return element.elements.length > 1;
      return element.kind === 'object' && element.properties.length > 1;
    })
  );
}

function objectDoc({ properties, isTall }: ObjectExpression): Doc {
  if (properties.length === 0) return '{}';
  const docs = properties.map(({ key, value }) =>
    value === undefined ? key : printAssignment(key, ':', value, { place: 'property' }),
  );
  return group(['{', indent([line, join([',', line], docs)]), ifBreak(','), line, '}'], isTall);
}

/** Of a chain of members the last dot breaks first, but for the places where none does. */
function memberDoc(node: Member, place: Place): Doc {
  const neverBreaks = place === 'left' || place === 'assigned-to-member' || place === 'new-callee';
  return chain(node, false);

  function chain(member: Member, isObject: boolean): Doc {
    const { object, property } = member;
    if (object.kind === 'call') throw new Unfamiliar('a member of what is returned');
    const objectDoc = object.kind === 'member' ? chain(object, true) : printExpression(object, 'object');
    const lookup = lookupDoc(member);
    const isPlain =
      !isObject && object.kind === 'identifier' && typeof property === 'string' && !property.startsWith('#');
    const isInline = neverBreaks || typeof property !== 'string' || isPlain;
    return [objectDoc, isInline ? lookup : group(indent([softline, lookup]))];
  }
}

export function lookupDoc({ property }: Member): Doc {
  if (typeof property === 'string') return `.${property}`;
  const doc = printExpression(property, 'element');
  return property.kind === 'number' ? ['[', doc, ']'] : group(['[', indent([softline, doc]), softline, ']']);
}

/** @param isExpanded Whether it is the last argument of a call that it breaks for. */
export function arrowDoc({ parameters, returned, body }: Arrow, isExpanded: boolean): Doc {
  if (isExpanded && (parameters.count > 0 || returned !== undefined))
    throw new Unfamiliar('a function as argument');
  const type = returned === undefined ? '' : [': ', returned.doc];
  const signature = group([signatureDoc(parameters, returned), type]);
  return group([group(signature), ' =>', group(bodyDoc(body, isExpanded))]);
}

function bodyDoc(body: Arrow['body'], isExpanded: boolean): Doc {
  switch (body.kind) {
    case 'block':
      return [' ', blockDoc(body)];
    case 'arrow':
    case 'conditional':
    case 'object':
    case 'assignment':
      throw new Unfamiliar(`a function that returns ${body.kind}`);
    case 'array':
      return [' ', printExpression(body, 'arrow-body')];
    default: {
      const end = isExpanded ? [ifBreak(','), softline] : '';
      return [indent([line, printExpression(body, 'arrow-body')]), end];
    }
  }
}
