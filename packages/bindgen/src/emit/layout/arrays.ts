import { flatGroup, group, ifBreak, indent, join, line, softline, type Doc } from './doc.js';
import type { Expression } from './expressions.js';
import type { Print } from './places.js';

export function arrayDoc(elements: readonly Expression[], print: Print): Doc {
  if (elements.length === 0) return '[]';
  const docs = elements.map((element) => group(print(element, 'element')));
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
