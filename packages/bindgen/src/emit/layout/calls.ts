import {
  breakParent,
  firstFitting,
  group,
  ifBreak,
  indent,
  line,
  softline,
  willBreak,
  type Doc,
} from './doc.js';
import type { Arrow, Call, Expression } from './expressions.js';
import { chainDoc } from './member-chains.js';
import { arrowDoc, isConcise, printExpression, type Place } from './print-expression.js';
import { typeArgumentsDoc } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

/** Functions of test frameworks and module loaders, whose calls are printed in ways of their own. */
const specialNames = new Set(
  'Boolean define describe fdescribe fit ftest it require skip step suite test xdescribe xit xtest'.split(
    ' ',
  ),
);

export interface PrintedCall {
  readonly doc: Doc;
  /** Whether it is printed as a chain, with each call on a line. */
  readonly isChain: boolean;
}

export function printCall(node: Call, place: Place): PrintedCall {
  const { isNew, callee } = node;
  if (specialNames.has(rootName(callee))) throw new Unfamiliar('a call of a name that is special');
  if (callee.kind === 'member' && !isNew) return chainDoc(node, place === 'statement');
  if (callee.kind !== 'identifier' && callee.kind !== 'super' && callee.kind !== 'member')
    throw new Unfamiliar(`a call of ${callee.kind}`);
  const name = printExpression(callee, isNew ? 'new-callee' : 'callee');
  return { doc: [isNew ? 'new ' : '', name, argumentsDoc(node)], isChain: false };
}

function rootName(node: Expression): string {
  if (node.kind === 'member') return rootName(node.object);
  return node.kind === 'identifier' ? node.text : '';
}

/** The arguments of a call, those of its types included. */
export function argumentsDoc({ typeArgs, args }: Call): Doc {
  const types = typeArgs.length === 0 ? '' : typeArgumentsDoc(typeArgs);
  return [types, valueArguments(args)];
}

function valueArguments(args: readonly Expression[]): Doc {
  const last = args.at(-1);
  if (last === undefined) return '()';
  if (args.length > 1 && args.some(holdsFunction)) throw new Unfamiliar('a function among arguments');
  const docs = args.map((arg) => printExpression(arg, 'argument'));
  const list = docs.map((doc, index) => (index < docs.length - 1 ? [doc, ',', line] : doc));
  const allBroken = group(['(', indent([line, list]), ifBreak(','), line, ')'], true);
  if (!isExpanded(last, args)) {
    return group(['(', indent([softline, list]), ifBreak(','), softline, ')'], docs.some(willBreak));
  }
  const head = list.slice(0, -1);
  if (head.some(willBreak)) return allBroken;
  const expanded = last.kind === 'arrow' ? arrowDoc(last, true) : (docs.at(-1) ?? '');
  const broken = ['(', head, group(expanded, true), ')'];
  if (willBreak(expanded)) return [breakParent, firstFitting(broken, allBroken)];
  return firstFitting(['(', head, expanded, ')'], broken, allBroken);
}

function holdsFunction(node: Expression): boolean {
  return node.kind === 'arrow' || (node.kind === 'call' && node.args.some(({ kind }) => kind === 'arrow'));
}

/** Whether the last argument may break while the others stay on the line. */
function isExpanded(last: Expression, args: readonly Expression[]): boolean {
  if (args.at(-2)?.kind === last.kind) return false;
  switch (last.kind) {
    case 'object':
      return last.properties.length > 0;
    case 'array':
      return last.elements.length > 0 && !(args.length > 1 && isConcise(last.elements));
    case 'arrow':
      return canExpand(last.body);
    default:
      return false;
  }
}

/** A function that returns what is called may break before that; one that returns a new object may not. */
function canExpand(body: Arrow['body']): boolean {
  return body.kind === 'block' || body.kind === 'array' || (body.kind === 'call' && !body.isNew);
}
