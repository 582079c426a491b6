import { argumentsDoc } from './arguments.js';
import type { Call, Expression } from './expressions.js';
import { chainDoc, type PrintedCall } from './member-chains.js';
import type { Place, Print } from './places.js';
import { Unfamiliar } from './unfamiliar.js';

/** Functions of test frameworks and module loaders, whose calls are printed in ways of their own. */
const specialNames = new Set(
  'Boolean define describe fdescribe fit ftest it require skip step suite test xdescribe xit xtest'.split(
    ' ',
  ),
);

export function printCall(node: Call, place: Place, print: Print): PrintedCall {
  const { isNew, callee } = node;
  if (specialNames.has(rootName(callee))) throw new Unfamiliar('a call of a name that is special');
  if (callee.kind === 'member' && !isNew) return chainDoc(node, place === 'statement', print);
  if (callee.kind !== 'identifier' && callee.kind !== 'super' && callee.kind !== 'member')
    throw new Unfamiliar(`a call of ${callee.kind}`);
  const name = print(callee, isNew ? 'new-callee' : 'callee');
  return { doc: [isNew ? 'new ' : '', name, argumentsDoc(node, print)], isChain: false };
}

function rootName(node: Expression): string {
  if (node.kind === 'member') return rootName(node.object);
  return node.kind === 'identifier' ? node.text : '';
}
