/**
 * Scalars from core values, and from memory. The place in memory has been checked.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lifting
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading
 */
import { charOf } from '../../abi/lift/scalars.js';
import { canonicalNaN } from '../../abi/numbers.js';
import type { LiftLowerContext } from './lift-lower-context.js';

export function liftBool(core: number): boolean {
  return core !== 0;
}

export function liftS8(core: number): number {
  return (core << 24) >> 24;
}

export function liftU8(core: number): number {
  return core & 0xff;
}

export function liftS16(core: number): number {
  return (core << 16) >> 16;
}

export function liftU16(core: number): number {
  return core & 0xffff;
}

export function liftS32(core: number): number {
  return core | 0;
}

export function liftU32(core: number): number {
  return core >>> 0;
}

export function liftS64(core: bigint): bigint {
  return BigInt.asIntN(64, core);
}

export function liftU64(core: bigint): bigint {
  return BigInt.asUintN(64, core);
}

export function liftF32(core: number): number {
  return canonicalNaN(core);
}

export function liftF64(core: number): number {
  return canonicalNaN(core);
}

/** @throws {Trap} `invalid-char` */
export function liftChar(core: number): string {
  return charOf(core >>> 0);
}

export function loadBool(cx: LiftLowerContext, at: number): boolean {
  return cx.data.getUint8(at) !== 0;
}

export function loadS8(cx: LiftLowerContext, at: number): number {
  return cx.data.getInt8(at);
}

export function loadU8(cx: LiftLowerContext, at: number): number {
  return cx.data.getUint8(at);
}

export function loadS16(cx: LiftLowerContext, at: number): number {
  return cx.data.getInt16(at, true);
}

export function loadU16(cx: LiftLowerContext, at: number): number {
  return cx.data.getUint16(at, true);
}

export function loadS32(cx: LiftLowerContext, at: number): number {
  return cx.data.getInt32(at, true);
}

export function loadU32(cx: LiftLowerContext, at: number): number {
  return cx.data.getUint32(at, true);
}

export function loadS64(cx: LiftLowerContext, at: number): bigint {
  return cx.data.getBigInt64(at, true);
}

export function loadU64(cx: LiftLowerContext, at: number): bigint {
  return cx.data.getBigUint64(at, true);
}

export function loadF32(cx: LiftLowerContext, at: number): number {
  return canonicalNaN(cx.data.getFloat32(at, true));
}

export function loadF64(cx: LiftLowerContext, at: number): number {
  return canonicalNaN(cx.data.getFloat64(at, true));
}

/** @throws {Trap} `invalid-char` */
export function loadChar(cx: LiftLowerContext, at: number): string {
  return charOf(cx.data.getUint32(at, true));
}
