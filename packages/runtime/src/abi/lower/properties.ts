import type { PropertyBag } from './array-like.js';

/** A property that is read from the objects a caller passes. */
export interface Property {
  readonly key: string;
  /** Every object inherits something of this name, as of `constructor`, so only an own property counts. */
  readonly inherited: boolean;
}

export function propertyOf(key: string): Property {
  return { key, inherited: key in Object.prototype };
}

export function readProperty(value: PropertyBag, { key, inherited }: Property): unknown {
  return inherited && !Object.hasOwn(value, key) ? undefined : value[key];
}
