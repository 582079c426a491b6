import { isConcise } from './arrays.js';
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
import { arrowDoc } from './functions.js';
import type { Print } from './places.js';
import { typeArgumentsDoc } from './types.js';
import { Unfamiliar } from './unfamiliar.js';

/** The arguments of a call, those of its types included. */
export function argumentsDoc({ typeArgs, args }: Call, print: Print): Doc {
  const types = typeArgs.length === 0 ? '' : typeArgumentsDoc(typeArgs);
  return [types, valueArguments(args, print)];
}

function valueArguments(args: readonly Expression[], print: Print): Doc {
  const last = args.at(-1);
  if (last === undefined) return '()';
  if (args.length > 1 && args.some(holdsFunction)) throw new Unfamiliar('a function among arguments');
  const docs = args.map((arg) => print(arg, 'argument'));
  const list = docs.map((doc, index) => (index < docs.length - 1 ? [doc, ',', line] : doc));
  const allBroken = group(['(', indent([line, list]), ifBreak(','), line, ')'], true);
  if (!isExpanded(last, args)) {
    return group(['(', indent([softline, list]), ifBreak(','), softline, ')'], docs.some(willBreak));
  }
  const head = list.slice(0, -1);
  if (head.some(willBreak)) return allBroken;
  const expanded = last.kind === 'arrow' ? arrowDoc(last, true, print) : (docs.at(-1) ?? '');
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
