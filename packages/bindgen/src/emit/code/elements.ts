import type { ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import { elementPlace } from './places.js';
import type { ValueCode } from './value-code.js';
import type { Body } from './verb-functions.js';

/** Goes through the elements of a list that is being checked. */
export function checkElements(element: ValuePlan, length: string, code: ValueCode): Body {
  if (mayBeUndefined(element)) {
    return [`${loop(length)} if (!${code.is(element, 'list[index]')}) return false;`];
  }
  return [
    `${loop(length)} {`,
    'const item = list[index];',
    `if (item === undefined || !${code.is(element, 'item')}) return false;`,
    '}',
  ];
}

/** Stores the elements of a list that has been checked, from a place on. */
export function storeElements(element: ValuePlan, base: string, length: string, code: ValueCode): Body {
  const at = elementPlace(base, element.size);
  if (mayBeUndefined(element)) return [`${loop(length)} ${code.store(element, at, 'list[index]')};`];
  return [
    `${loop(length)} {`,
    'const item = list[index];',
    `if (item === undefined) throw ${code.call('changedValue')};`,
    `${code.store(element, at, 'item')};`,
    '}',
  ];
}

/** Lifts the elements of a list that stand from a place on. */
export function loadElements(element: ValuePlan, base: string, length: string, code: ValueCode): Body {
  return [`${loop(length)} list.push(${code.load(element, elementPlace(base, element.size))});`];
}

function loop(length: string): string {
  return `for (let index = 0; index < ${length}; index++)`;
}

function mayBeUndefined(element: ValuePlan): boolean {
  return element.kind === 'variant' && element.shape === 'plain-option';
}
