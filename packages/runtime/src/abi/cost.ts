import type { ValType } from '../types/val-type.js';
import { casesOf } from './layout.js';

/**
 * About how many bytes values take in JavaScript, rather too many than too few: they bound what a guest can make the host
 * hold. The elements of lists and the text of strings are counted where they are lifted.
 */
const slot = 16;
const boxedNumber = 16;
const boxedBigint = 24;
const shortString = 24;
const object = 32;
/** An array that is filled begins with room to spare, a typed array has a buffer of its own, and a map has a table. */
const container = 200;
/** A handle, and the object that carries it. */
const handle = 250;
/** The entry of a map: engines hold 2²⁴ of them, which come to more than the default budget. */
const mapEntry = 64;

const costs = new WeakMap<ValType, number>();

/** What a value of a type takes, with the place that it is kept in; computed once for each type object. */
export function liftedCost(type: ValType): number {
  let cost = costs.get(type);
  if (cost === undefined) {
    cost = slot + costOf(type);
    costs.set(type, cost);
  }
  return cost;
}

export function liftedCosts(types: readonly ValType[]): number {
  return types.reduce((sum, type) => sum + liftedCost(type), 0);
}

export function entryCost(key: ValType, value: ValType): number {
  return mapEntry + liftedCost(key) + liftedCost(value);
}

function costOf(type: ValType): number {
  switch (type.kind) {
    case 'u32':
    case 'f32':
    case 'f64':
      return boxedNumber;
    case 's64':
    case 'u64':
      return boxedBigint;
    case 'char':
    case 'string':
      return shortString;
    case 'list':
    case 'map':
      return container;
    case 'record':
      return object + liftedCosts(type.fields.map((field) => field.type));
    case 'tuple':
      return container + liftedCosts(type.types);
    case 'flags':
      return object + type.names.length * slot;
    case 'variant':
    case 'option':
    case 'result':
      return (
        object + casesOf(type).reduce((most, one) => Math.max(most, one.type ? liftedCost(one.type) : 0), 0)
      );
    case 'own':
    case 'borrow':
      return handle;
    default:
      return 0;
  }
}
