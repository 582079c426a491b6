import type { PropertyBag } from './array-like.js';

/**
 * How a property is read from the objects that a caller passes. For names such as `constructor`, which every object
 * inherits, only an own property counts.
 */
export function readerOf(key: string): (value: PropertyBag) => unknown {
  if (!(key in Object.prototype)) return (value) => value[key];
  return (value) => (Object.hasOwn(value, key) ? value[key] : undefined);
}
