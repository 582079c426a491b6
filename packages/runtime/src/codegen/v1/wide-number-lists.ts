/** Lists of 64-bit integers and of floats: see `numbers.ts` for what each of the verbs does. */
import type { LiftLowerContext } from './lift-lower-context.js';
import { storeRange } from './lists.js';
import { areNumbers, copyNumbers, putNumbers } from './numbers.js';

export function isListS64(value: unknown): value is ArrayLike<bigint> {
  return areNumbers('s64', 8, value);
}

export function loadListS64(cx: LiftLowerContext, at: number): BigInt64Array {
  const { data } = cx;
  return copyNumbers(cx, 's64', 8, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListS64(cx: LiftLowerContext, at: number, value: ArrayLike<bigint>): void {
  storeRange(cx, at, putNumbers(cx, 's64', 8, value));
}

export function liftListS64(cx: LiftLowerContext, pointer: number, length: number): BigInt64Array {
  return copyNumbers(cx, 's64', 8, pointer >>> 0, length >>> 0);
}

export function lowerListS64(cx: LiftLowerContext, value: ArrayLike<bigint>): number {
  return putNumbers(cx, 's64', 8, value);
}

export function isListU64(value: unknown): value is ArrayLike<bigint> {
  return areNumbers('u64', 8, value);
}

export function loadListU64(cx: LiftLowerContext, at: number): BigUint64Array {
  const { data } = cx;
  return copyNumbers(cx, 'u64', 8, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListU64(cx: LiftLowerContext, at: number, value: ArrayLike<bigint>): void {
  storeRange(cx, at, putNumbers(cx, 'u64', 8, value));
}

export function liftListU64(cx: LiftLowerContext, pointer: number, length: number): BigUint64Array {
  return copyNumbers(cx, 'u64', 8, pointer >>> 0, length >>> 0);
}

export function lowerListU64(cx: LiftLowerContext, value: ArrayLike<bigint>): number {
  return putNumbers(cx, 'u64', 8, value);
}

export function isListF32(value: unknown): value is ArrayLike<number> {
  return areNumbers('f32', 4, value);
}

export function loadListF32(cx: LiftLowerContext, at: number): Float32Array {
  const { data } = cx;
  return copyNumbers(cx, 'f32', 4, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListF32(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 'f32', 4, value));
}

export function liftListF32(cx: LiftLowerContext, pointer: number, length: number): Float32Array {
  return copyNumbers(cx, 'f32', 4, pointer >>> 0, length >>> 0);
}

export function lowerListF32(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 'f32', 4, value);
}

export function isListF64(value: unknown): value is ArrayLike<number> {
  return areNumbers('f64', 8, value);
}

export function loadListF64(cx: LiftLowerContext, at: number): Float64Array {
  const { data } = cx;
  return copyNumbers(cx, 'f64', 8, data.getUint32(at, true), data.getUint32(at + 4, true));
}

export function storeListF64(cx: LiftLowerContext, at: number, value: ArrayLike<number>): void {
  storeRange(cx, at, putNumbers(cx, 'f64', 8, value));
}

export function liftListF64(cx: LiftLowerContext, pointer: number, length: number): Float64Array {
  return copyNumbers(cx, 'f64', 8, pointer >>> 0, length >>> 0);
}

export function lowerListF64(cx: LiftLowerContext, value: ArrayLike<number>): number {
  return putNumbers(cx, 'f64', 8, value);
}
