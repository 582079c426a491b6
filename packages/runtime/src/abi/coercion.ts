import type { CoreValue } from './context.js';
import { bigintOf, numberOf } from './flat-values.js';
import type { CoreType } from './flatten.js';

/** Turns a core value of one type into one of another, bit by bit. */
export type Coercion = (value: CoreValue) => CoreValue;

const bits = new DataView(new ArrayBuffer(8));

/**
 * How a payload's core value is taken out of the joined one of its variant; `undefined` where they are the same.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lifting
 */
export function coercionFromJoined(joined: CoreType, payload: CoreType): Coercion | undefined {
  switch (`${joined} to ${payload}`) {
    case 'i32 to f32':
      return (value) => f32FromBits(numberOf(value));
    case 'i64 to i32':
      return (value) => lowBits(bigintOf(value));
    case 'i64 to f32':
      return (value) => f32FromBits(lowBits(bigintOf(value)));
    case 'i64 to f64':
      return (value) => f64FromBits(bigintOf(value));
    default:
      return undefined;
  }
}

/** How a payload's core value is put into the joined one of its variant; `undefined` where they are the same. */
export function coercionToJoined(payload: CoreType, joined: CoreType): Coercion | undefined {
  switch (`${payload} to ${joined}`) {
    case 'f32 to i32':
      return (value) => f32Bits(numberOf(value));
    case 'i32 to i64':
      return (value) => BigInt(numberOf(value) >>> 0);
    case 'f32 to i64':
      return (value) => BigInt(f32Bits(numberOf(value)));
    case 'f64 to i64':
      return (value) => f64Bits(numberOf(value));
    default:
      return undefined;
  }
}

function lowBits(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

function f32FromBits(value: number): number {
  bits.setInt32(0, value);
  return bits.getFloat32(0);
}

function f32Bits(value: number): number {
  bits.setFloat32(0, value);
  return bits.getUint32(0);
}

function f64FromBits(value: bigint): number {
  bits.setBigInt64(0, value);
  return bits.getFloat64(0);
}

function f64Bits(value: number): bigint {
  bits.setFloat64(0, value);
  return bits.getBigUint64(0);
}
