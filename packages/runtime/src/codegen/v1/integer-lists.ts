/** Lists of integers up to 32 bits: see `numbers.ts` for what each of the verbs does. */
import type { LiftLowerContext } from './lift-lower-context.js';
import { storeRange } from './lists.js';
import { areNumbers, copyNumbers, putNumbers } from './numbers.js';

export function isListS8(value: unknown): value is ArrayLike<number> {
  return areNumbers('s8', 1, value);
}

export function loadListS8(cx: LiftLowerContext, at: number): Int8Array {
  const { data } = cx;
  return copyNumbers(cx, 's8', 1, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListS8(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 's8', 1, value));
}

export function liftListS8(cx: LiftLowerContext, pointer: number, length: number): Int8Array {
  return copyNumbers(cx, 's8', 1, pointer >>> 0, length >>> 0);
}

export function lowerListS8(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 's8', 1, value);
}

export function isListU8(value: unknown): value is ArrayLike<number> {
  return areNumbers('u8', 1, value);
}

export function loadListU8(cx: LiftLowerContext, at: number): Uint8Array {
  const { data } = cx;
  return copyNumbers(cx, 'u8', 1, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListU8(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 'u8', 1, value));
}

export function liftListU8(cx: LiftLowerContext, pointer: number, length: number): Uint8Array {
  return copyNumbers(cx, 'u8', 1, pointer >>> 0, length >>> 0);
}

export function lowerListU8(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 'u8', 1, value);
}

export function isListS16(value: unknown): value is ArrayLike<number> {
  return areNumbers('s16', 2, value);
}

export function loadListS16(cx: LiftLowerContext, at: number): Int16Array {
  const { data } = cx;
  return copyNumbers(cx, 's16', 2, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListS16(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 's16', 2, value));
}

export function liftListS16(cx: LiftLowerContext, pointer: number, length: number): Int16Array {
  return copyNumbers(cx, 's16', 2, pointer >>> 0, length >>> 0);
}

export function lowerListS16(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 's16', 2, value);
}

export function isListU16(value: unknown): value is ArrayLike<number> {
  return areNumbers('u16', 2, value);
}

export function loadListU16(cx: LiftLowerContext, at: number): Uint16Array {
  const { data } = cx;
  return copyNumbers(cx, 'u16', 2, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListU16(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 'u16', 2, value));
}

export function liftListU16(cx: LiftLowerContext, pointer: number, length: number): Uint16Array {
  return copyNumbers(cx, 'u16', 2, pointer >>> 0, length >>> 0);
}

export function lowerListU16(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 'u16', 2, value);
}

export function isListS32(value: unknown): value is ArrayLike<number> {
  return areNumbers('s32', 4, value);
}

export function loadListS32(cx: LiftLowerContext, at: number): Int32Array {
  const { data } = cx;
  return copyNumbers(cx, 's32', 4, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListS32(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 's32', 4, value));
}

export function liftListS32(cx: LiftLowerContext, pointer: number, length: number): Int32Array {
  return copyNumbers(cx, 's32', 4, pointer >>> 0, length >>> 0);
}

export function lowerListS32(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 's32', 4, value);
}

export function isListU32(value: unknown): value is ArrayLike<number> {
  return areNumbers('u32', 4, value);
}

export function loadListU32(cx: LiftLowerContext, at: number): Uint32Array {
  const { data } = cx;
  return copyNumbers(cx, 'u32', 4, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListU32(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 'u32', 4, value));
}

export function liftListU32(cx: LiftLowerContext, pointer: number, length: number): Uint32Array {
  return copyNumbers(cx, 'u32', 4, pointer >>> 0, length >>> 0);
}

export function lowerListU32(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 'u32', 4, value);
}
