/**
 * Strings, and lists of them. How they are encoded is in the canonical options of the function.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
import { loadString as stringAt } from '../../abi/lift/strings.js';
import { changedValue } from '../../abi/lower/lowerer.js';
import { storeString as encodeString } from '../../abi/lower/strings.js';
import { maxByteLength } from '../../abi/ranges.js';
import type { LiftLowerContext } from './lift-lower-context.js';
import { allocate, checkList, elementAt, isList, lengthOf, storeRange } from './lists.js';

/** What a pointer and a length take in memory, in bytes. */
const rangeSize = 8;
const rangeAlignment = 4;
/** What a string takes in JavaScript beside its text, with the place that it is kept in: as in the plan of the type. */
const stringCost = 40;

export function isString(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxByteLength;
}

/**
 * The string at a pointer. The length is in the unit of the encoding, and packed for `latin1+utf16`.
 *
 * @throws {Trap} `string-too-long`, `pointer-unaligned`, `string-out-of-bounds`, `string-encoding` or `transfer-too-large`
 */
export function liftString(cx: LiftLowerContext, pointer: number, length: number): string {
  return stringAt(cx, pointer >>> 0, length >>> 0);
}

/** The string whose pointer and length stand at a place in memory. Throws as `liftString`. */
export function loadString(cx: LiftLowerContext, at: number): string {
  const { data } = cx;
  return stringAt(cx, data.getUint32(at, true), data.getUint32(at + 4, true));
}

/**
 * Stores a string into memory that the guest allocates: its pointer; the length is in `cx.length`.
 *
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`
 */
export function lowerString(cx: LiftLowerContext, value: string): number {
  if (typeof value !== 'string') throw changedValue();
  const pointer = encodeString(cx, value);
  cx.refresh();
  return pointer;
}

/** Stores a string, and its pointer and length at a place in memory. Throws as `lowerString`. */
export function storeString(cx: LiftLowerContext, at: number, value: string): void {
  storeRange(cx, at, lowerString(cx, value));
}

export function isListString(value: unknown): value is ArrayLike<string> {
  if (!isList(value, rangeSize)) return false;
  const { length } = value;
  for (let index = 0; index < length; index++) if (!isString(value[index])) return false;
  return true;
}

/** @throws {Trap} as `liftString`, or `list-too-long` or `list-out-of-bounds` */
export function liftListString(cx: LiftLowerContext, pointer: number, length: number): string[] {
  return stringsAt(cx, pointer >>> 0, length >>> 0);
}

export function loadListString(cx: LiftLowerContext, at: number): string[] {
  const { data } = cx;
  return stringsAt(cx, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function lowerListString(cx: LiftLowerContext, value: ArrayLike<string>): number {
  const length = lengthOf(value, rangeSize);
  const pointer = allocate(cx, length * rangeSize, rangeAlignment);
  for (let index = 0; index < length; index++)
    storeString(cx, pointer + index * rangeSize, elementAt(value, index));
  cx.length = length;
  return pointer;
}

export function storeListString(cx: LiftLowerContext, at: number, value: ArrayLike<string>): void {
  storeRange(cx, at, lowerListString(cx, value));
}

function stringsAt(cx: LiftLowerContext, pointer: number, length: number): string[] {
  checkList(cx, pointer, length, rangeSize, rangeAlignment, stringCost);
  const strings: string[] = [];
  for (let index = 0; index < length; index++) strings.push(loadString(cx, pointer + index * rangeSize));
  return strings;
}
