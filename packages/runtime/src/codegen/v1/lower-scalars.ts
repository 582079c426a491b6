/**
 * Scalars as core values, and into memory. The values have been checked; one that a getter or a proxy gives another time
 * is wrapped, or ends the call in a `TypeError`. The place in memory has been checked, too.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lowering
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
import { changedValue } from '../../abi/lower/lowerer.js';
import { scalarValueOf } from '../../abi/lower/scalars.js';
import { canonicalNaN } from '../../abi/numbers.js';
import type { LiftLowerContext } from './lift-lower-context.js';

export function lowerBool(value: boolean): number {
  return value ? 1 : 0;
}

export function lowerF32(value: number): number {
  return canonicalNaN(value);
}

export function lowerF64(value: number): number {
  return canonicalNaN(value);
}

/** The code point. */
export function lowerChar(value: string): number {
  const codePoint = scalarValueOf(value);
  if (codePoint === undefined) throw changedValue();
  return codePoint;
}

export function storeBool(cx: LiftLowerContext, at: number, value: boolean): void {
  cx.data.setUint8(at, value ? 1 : 0);
}

export function storeS8(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setInt8(at, value);
}

export function storeU8(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setUint8(at, value);
}

export function storeS16(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setInt16(at, value, true);
}

export function storeU16(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setUint16(at, value, true);
}

export function storeS32(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setInt32(at, value, true);
}

export function storeU32(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setUint32(at, value, true);
}

export function storeS64(cx: LiftLowerContext, at: number, value: bigint): void {
  cx.data.setBigInt64(at, value, true);
}

export function storeU64(cx: LiftLowerContext, at: number, value: bigint): void {
  cx.data.setBigUint64(at, value, true);
}

export function storeF32(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setFloat32(at, canonicalNaN(value), true);
}

export function storeF64(cx: LiftLowerContext, at: number, value: number): void {
  cx.data.setFloat64(at, canonicalNaN(value), true);
}

export function storeChar(cx: LiftLowerContext, at: number, value: string): void {
  cx.data.setUint32(at, lowerChar(value), true);
}
