import type { CoreValue } from './context.js';
import { bigintOf, numberOf } from './flat-values.js';
import type { CoercionName } from './plan/coercion-name.js';

/** Turns a core value of one type into one of another, bit by bit. */
export type Coercion = (value: CoreValue) => CoreValue;

const bits = new DataView(new ArrayBuffer(8));

/** Take a payload's core value out of the joined one of its variant. */
const fromJoined: Readonly<Record<CoercionName, Coercion>> = {
  'f32-in-i32': (value) => f32FromI32(numberOf(value)),
  'i32-in-i64': (value) => i32FromI64(bigintOf(value)),
  'f32-in-i64': (value) => f32FromI64(bigintOf(value)),
  'f64-in-i64': (value) => f64FromI64(bigintOf(value)),
};

/** Put a payload's core value into the joined one of its variant. */
const toJoined: Readonly<Record<CoercionName, Coercion>> = {
  'f32-in-i32': (value) => f32InI32(numberOf(value)),
  'i32-in-i64': (value) => i32InI64(numberOf(value)),
  'f32-in-i64': (value) => f32InI64(numberOf(value)),
  'f64-in-i64': (value) => f64InI64(numberOf(value)),
};

/** For each core value of a payload how it changes; none where all stay as they are. */
export type Coercions = readonly (Coercion | undefined)[];

export function coercionsFromJoined(names: readonly (CoercionName | undefined)[]): Coercions {
  return coercionsOf(names, fromJoined);
}

export function coercionsToJoined(names: readonly (CoercionName | undefined)[]): Coercions {
  return coercionsOf(names, toJoined);
}

function coercionsOf(
  names: readonly (CoercionName | undefined)[],
  coercions: Readonly<Record<CoercionName, Coercion>>,
): Coercions {
  return names.some((name) => name !== undefined) ? names.map((name) => name && coercions[name]) : [];
}

/** Coerces values in place, the first at `start`. */
export function coerceAll(values: CoreValue[], start: number, coercions: Coercions): void {
  for (let index = 0; index < coercions.length; index++) {
    const coerce = coercions[index];
    const value = values[start + index];
    if (coerce !== undefined && value !== undefined) values[start + index] = coerce(value);
  }
}

export function f32FromI32(value: number): number {
  bits.setInt32(0, value);
  return bits.getFloat32(0);
}

export function i32FromI64(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

export function f32FromI64(value: bigint): number {
  return f32FromI32(i32FromI64(value));
}

export function f64FromI64(value: bigint): number {
  bits.setBigInt64(0, value);
  return bits.getFloat64(0);
}

export function f32InI32(value: number): number {
  bits.setFloat32(0, value);
  return bits.getUint32(0);
}

export function i32InI64(value: number): bigint {
  return BigInt(value >>> 0);
}

export function f32InI64(value: number): bigint {
  return BigInt(f32InI32(value));
}

export function f64InI64(value: number): bigint {
  bits.setFloat64(0, value);
  return bits.getBigUint64(0);
}
