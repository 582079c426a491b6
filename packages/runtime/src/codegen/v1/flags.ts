import { isObject } from '../../abi/lower/array-like.js';
import type { FlagsDescriptor } from './types.js';

/** Whether this is an object with no other property of its own than a boolean, or `undefined`, for each name. */
export function isFlags({ keys }: FlagsDescriptor, value: unknown): boolean {
  if (!isObject(value)) return false;
  // Most objects have the names in the order of the type, as those that are lifted do.
  let index = 0;
  for (const name in value) {
    const flag = value[name];
    if (name !== keys[index++] || (flag !== true && flag !== false && flag !== undefined))
      return isFlagsInAnyOrder(keys, value);
  }
  return true;
}

/** What an object inherits may have any name, and is no flag where it is no boolean. */
function isFlagsInAnyOrder(keys: readonly string[], value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).every((key) => {
    const flag = value[key];
    return keys.includes(key) && (typeof flag === 'boolean' || flag === undefined);
  });
}
