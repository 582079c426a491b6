import { isObject } from '../../abi/lower/array-like.js';
import type { FlagsDescriptor } from './types.js';

/** Whether this is an object with no other property of its own than a boolean, or `undefined`, for each name. */
export function isFlags(type: FlagsDescriptor, value: unknown): boolean {
  if (!isObject(value)) return false;
  return isInOrder(type, value) || isInAnyOrder(type, value);
}

/** Plain objects that have the names in the order of the type, as those that are lifted do. */
function isInOrder({ keys }: FlagsDescriptor, value: Readonly<Record<string, unknown>>): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let index = 0;
  for (const name in value) {
    if (name !== keys[index] || !isFlag(value[name])) return false;
    index += 1;
  }
  return true;
}

function isInAnyOrder({ keys }: FlagsDescriptor, value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).every((key) => keys.includes(key) && isFlag(value[key]));
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || value === undefined;
}
