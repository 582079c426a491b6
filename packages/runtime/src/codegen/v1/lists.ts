/** What lowering and lifting lists, tuples, records and maps is made of. Sizes, alignments and costs are in bytes. */
import { spend as spendBytes } from '../../abi/allowance.js';
import {
  entriesOf,
  isMap as isAnyMap,
  isObject as isAnyObject,
  lengthOf as lengthOfAny,
} from '../../abi/lower/array-like.js';
import { changedValue } from '../../abi/lower/lowerer.js';
import { allocate as allocateBytes, checkListRange, maxByteLength } from '../../abi/ranges.js';
import type { LiftLowerContext } from './lift-lower-context.js';

/**
 * Asks the guest for memory, by the realloc of the function's canonical options.
 *
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`, or what the guest traps with
 */
export function allocate(cx: LiftLowerContext, size: number, alignment: number): number {
  const pointer = allocateBytes(cx, alignment, size);
  cx.refresh();
  return pointer;
}

/**
 * Checks that the elements of a list are aligned, in bounds, and not more than the standard and the budget allow.
 *
 * @param size - of an element in memory
 * @param cost - what an element takes in JavaScript
 * @returns where the list starts: the pointer, unsigned
 * @throws {Trap} `list-too-long`, `pointer-unaligned`, `list-out-of-bounds` or `transfer-too-large`
 */
export function checkList(
  cx: LiftLowerContext,
  pointer: number,
  length: number,
  size: number,
  alignment: number,
  cost: number,
): number {
  const start = pointer >>> 0;
  checkListRange(cx, start, length >>> 0, { size, alignment }, cost);
  return start;
}

/**
 * Takes from the budget of the call what the elements of a fixed-length list in memory take in JavaScript.
 *
 * @throws {Trap} `transfer-too-large`
 */
export function spend(bytes: number): void {
  spendBytes(bytes);
}

/** Stores a pointer, and the length that belongs to it, which is in `cx.length`. */
export function storeRange(cx: LiftLowerContext, at: number, pointer: number): void {
  const { data } = cx;
  data.setUint32(at, pointer, true);
  data.setUint32(at + 4, cx.length, true);
}

/**
 * Whether this is an array, a typed array or another array-like object, and not too long for a list.
 *
 * @param size - of an element in memory
 */
export function isList(value: unknown, size: number): value is ArrayLike<unknown> {
  return isListLength(lengthOfAny(value), size);
}

/**
 * The length of a list that has been checked, read once more.
 *
 * @throws {TypeError} if it changed since, to none that a list can have.
 */
export function lengthOf(list: ArrayLike<unknown>, size: number): number {
  const length = lengthOfAny(list);
  if (!isListLength(length, size)) throw changedValue();
  return length;
}

function isListLength(length: number | undefined, size: number): length is number {
  return length !== undefined && length <= maxByteLength && length * size <= maxByteLength;
}

/** Whether this is an array, or anything like one, of this length: a tuple or a fixed-length list. */
export function isTuple(value: unknown, length: number): value is ArrayLike<unknown> {
  return isAnyObject(value) && value['length'] === length;
}

/** An element of a list that is known to be as long. */
export function elementAt<T>(list: ArrayLike<T>, index: number): T {
  return list[index] as T;
}

/** Whether this has properties: a record, a variant or flags. */
export function isObject(value: unknown): value is object {
  return isAnyObject(value);
}

/**
 * A property of an object that every object inherits something of the same name of, as of `constructor`: only the
 * object's own counts.
 */
export function ownProperty<T extends object, K extends keyof T>(object: T, key: K): T[K] | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * Whether this is a `Map`, of any realm.
 *
 * @param size - of an entry in memory
 */
export function isMap(value: unknown, size: number): value is ReadonlyMap<unknown, unknown> {
  return isAnyMap(value) && entriesOf(value).length * size <= maxByteLength;
}

/** The entries of a map, read past anything that a class derived from `Map` may have put in their way. */
export function mapEntries<K, V>(map: ReadonlyMap<K, V>): (readonly [K, V])[] {
  if (!isAnyMap(map)) throw changedValue();
  return entriesOf(map) as (readonly [K, V])[];
}
