import { argumentsDoc } from './arguments.js';
import { breakParent, firstFitting, group, hardline, indent, join, willBreak, type Doc } from './doc.js';
import type { Call, Expression, Member } from './expressions.js';
import { lookupDoc } from './members.js';
import type { Print } from './places.js';
import { isSimpleArgument } from './short-arguments.js';

export interface PrintedCall {
  readonly doc: Doc;
  /** Whether it is printed as a chain, with each call on a line. */
  readonly isChain: boolean;
}

/** A part of a chain: what it starts with, `.x`, or `(…)`. */
interface Link {
  readonly node: Expression;
  readonly doc: Doc;
}

const tab = 2;

/** `a.b(…).c(…)`: on one line, or with each call on its own. */
export function chainDoc(call: Call, isStatement: boolean, print: Print): PrintedCall {
  const groups = groupsOf(linksOf(call, print));
  const isMerged = groups.length >= 2 && staysTogether(groups, isStatement);
  const docs = groups.map((links) => links.map(({ doc }) => doc));
  if (groups.length <= (isMerged ? 3 : 2)) return { doc: group(docs), isChain: false };
  const onLine = isMerged ? 2 : 1;
  const expanded = [docs.slice(0, onLine), indent([hardline, join(hardline, docs.slice(onLine))])];
  if (mustExpand(groups, docs)) return { doc: group(expanded), isChain: true };
  return { doc: [willBreak(docs) ? breakParent : '', firstFitting(docs, expanded)], isChain: true };
}

function mustExpand(groups: readonly Link[][], docs: readonly Doc[]): boolean {
  const calls = groups.flat().flatMap(({ node }) => (isCall(node) ? [node] : []));
  const hasMany = calls.length > 2 && calls.some(({ args }) => args.some((arg) => !isSimpleArgument(arg)));
  return hasMany || docs.slice(0, -1).some(willBreak);
}

function linksOf(call: Call, print: Print): Link[] {
  const links: Link[] = [];
  let node: Expression = call;
  while (isChained(node)) {
    links.unshift({ node, doc: node.kind === 'call' ? argumentsDoc(node, print) : lookupDoc(node, print) });
    node = node.kind === 'call' ? node.callee : node.object;
  }
  return [{ node, doc: print(node, 'object') }, ...links];
}

function isChained(node: Expression): node is Call | Member {
  if (node.kind === 'member') return true;
  return isCall(node) && (node.callee.kind === 'member' || node.callee.kind === 'call');
}

function isCall(node: Expression): node is Call {
  return node.kind === 'call' && !node.isNew;
}

/** The first group is what the chain is about; each other one ends with a call. */
function groupsOf(links: readonly Link[]): Link[][] {
  const [first, ...others] = links;
  const current = first === undefined ? [] : [first];
  let index = 0;
  const take = (): void => {
    const link = others[index++];
    if (link !== undefined) current.push(link);
  };
  while (isCallOrIndex(others[index])) take();
  if (first === undefined || !isCall(first.node))
    while (isMember(others[index]) && isMember(others[index + 1])) take();
  return [current, ...callGroups(others.slice(index))];
}

function callGroups(links: readonly Link[]): Link[][] {
  const groups: Link[][] = [];
  let hasCall = true;
  for (const link of links) {
    const startsGroup = hasCall && link.node.kind === 'member' && !isCallOrIndex(link);
    if (startsGroup || groups.length === 0) {
      groups.push([]);
      hasCall = false;
    }
    if (isCall(link.node)) hasCall = true;
    groups.at(-1)?.push(link);
  }
  return groups;
}

function isMember(link: Link | undefined): boolean {
  return link?.node.kind === 'member';
}

function isCallOrIndex(link: Link | undefined): boolean {
  if (link === undefined) return false;
  const { node } = link;
  return (
    isCall(node) ||
    (node.kind === 'member' && typeof node.property !== 'string' && node.property.kind === 'number')
  );
}

/** Whether the first call stays on the line of what it is a call of: `Shop.pre(…)`. */
function staysTogether([first = [], second = []]: readonly Link[][], isStatement: boolean): boolean {
  const start = second[0]?.node;
  const isComputed = start?.kind === 'member' && typeof start.property !== 'string';
  const last = first.at(-1)?.node;
  if (first.length === 1) {
    if (last?.kind === 'this') return true;
    if (last?.kind !== 'identifier') return false;
    return isFactory(last.text) || (isStatement && last.text.length <= tab) || isComputed;
  }
  return (
    last?.kind === 'member' &&
    typeof last.property === 'string' &&
    !last.property.startsWith('#') &&
    (isFactory(last.property) || isComputed)
  );
}

function isFactory(name: string): boolean {
  return /^[A-Z]|^[$_]+$/.test(name);
}
