/**
 * Lists of numbers. They are lifted as typed arrays, copied in bulk; any array-like is lowered, the typed array of the same
 * numbers in bulk.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
import { numericCopiers } from '../../abi/lift/numeric-copies.js';
import { isObject } from '../../abi/lower/array-like.js';
import { changedValue } from '../../abi/lower/lowerer.js';
import { firstMisfit } from '../../abi/lower/numeric-ranges.js';
import { numericStores } from '../../abi/lower/numeric-stores.js';
import type { NumericArrays, NumericName } from '../../abi/numbers.js';
import type { LiftLowerContext } from './lift-lower-context.js';
import { allocate, checkList, isList, lengthOf } from './lists.js';

/** Whether this is array-like, not too long, and every element a number of the type. */
export function areNumbers(name: NumericName, size: number, value: unknown): boolean {
  if (!isList(value, size)) return false;
  return numericStores[name].isOwnArray(value) || firstMisfit(name, value, value.length) === -1;
}

/** @throws {Trap} `list-too-long`, `pointer-unaligned`, `list-out-of-bounds` or `transfer-too-large` */
export function copyNumbers<N extends NumericName>(
  cx: LiftLowerContext,
  name: N,
  size: number,
  pointer: number,
  length: number,
): NumericArrays[N] {
  checkList(cx, pointer, length, size, size, size);
  return numericCopiers[name](cx, pointer, length);
}

/**
 * Stores the elements into memory that the guest allocates: their pointer; the length is in `cx.length`.
 *
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`
 */
export function putNumbers(
  cx: LiftLowerContext,
  name: NumericName,
  size: number,
  value: ArrayLike<unknown>,
): number {
  const length = lengthOf(value, size);
  if (!isObject(value)) throw changedValue();
  const pointer = allocate(cx, length * size, size);
  numericStores[name].storeAll(cx, value, pointer, length);
  cx.length = length;
  return pointer;
}
