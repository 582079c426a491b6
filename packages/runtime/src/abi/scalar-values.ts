import type { CoreValue } from './context.js';
import { bigintOf, numberOf } from './flat-values.js';
import { charOf } from './lift/scalars.js';
import { scalarValueOf } from './lower/scalars.js';
import { canonicalNaN, type ScalarName } from './numbers.js';

/**
 * Scalars as core values, in one function for all of them: a call through a closure that can be any costs an engine more
 * than all that is done here.
 *
 * @returns `undefined` where the value is not of the type
 */
export function lowerScalar(kind: ScalarName, value: unknown): CoreValue | undefined {
  if (typeof value === 'number') return lowerNumber(kind, value);
  switch (kind) {
    case 'bool':
      return typeof value === 'boolean' ? Number(value) : undefined;
    case 'u64':
      return typeof value === 'bigint' && BigInt.asUintN(64, value) === value ? value : undefined;
    case 's64':
      return typeof value === 'bigint' && BigInt.asIntN(64, value) === value ? value : undefined;
    case 'char':
      return scalarValueOf(value);
    default:
      return undefined;
  }
}

function lowerNumber(kind: ScalarName, value: number): number | undefined {
  switch (kind) {
    case 'u32':
      return value >>> 0 === value ? value : undefined;
    case 's32':
      return (value | 0) === value ? value : undefined;
    case 'f64':
    case 'f32':
      return canonicalNaN(value);
    case 'u8':
      return (value & 0xff) === value ? value : undefined;
    case 's8':
      return (value << 24) >> 24 === value ? value : undefined;
    case 'u16':
      return (value & 0xffff) === value ? value : undefined;
    case 's16':
      return (value << 16) >> 16 === value ? value : undefined;
    default:
      return undefined;
  }
}

/** The scalar that a core value is. */
export function liftScalar(kind: ScalarName, value: CoreValue | undefined): unknown {
  switch (kind) {
    case 'u32':
      return numberOf(value) >>> 0;
    case 's32':
      return numberOf(value) | 0;
    case 'f64':
    case 'f32':
      return canonicalNaN(numberOf(value));
    case 'bool':
      return numberOf(value) !== 0;
    case 'u8':
      return numberOf(value) & 0xff;
    case 's8':
      return (numberOf(value) << 24) >> 24;
    case 'u16':
      return numberOf(value) & 0xffff;
    case 's16':
      return (numberOf(value) << 16) >> 16;
    case 'u64':
      return BigInt.asUintN(64, bigintOf(value));
    case 's64':
      return BigInt.asIntN(64, bigintOf(value));
    case 'char':
      return charOf(numberOf(value) >>> 0);
  }
}

/** The scalar that stands in memory. */
export function loadScalar(kind: ScalarName, data: DataView, at: number): unknown {
  switch (kind) {
    case 'u32':
      return data.getUint32(at, true);
    case 's32':
      return data.getInt32(at, true);
    case 'f64':
      return canonicalNaN(data.getFloat64(at, true));
    case 'f32':
      return canonicalNaN(data.getFloat32(at, true));
    case 'bool':
      return data.getUint8(at) !== 0;
    case 'u8':
      return data.getUint8(at);
    case 's8':
      return data.getInt8(at);
    case 'u16':
      return data.getUint16(at, true);
    case 's16':
      return data.getInt16(at, true);
    case 'u64':
      return data.getBigUint64(at, true);
    case 's64':
      return data.getBigInt64(at, true);
    case 'char':
      return charOf(data.getUint32(at, true));
  }
}

/** Stores what `lowerScalar` gives. */
export function storeScalar(kind: ScalarName, data: DataView, at: number, value: CoreValue): void {
  if (typeof value === 'bigint') return data.setBigUint64(at, value, true);
  switch (kind) {
    case 'u32':
    case 's32':
    case 'char':
      return data.setUint32(at, value, true);
    case 'f64':
      return data.setFloat64(at, value, true);
    case 'f32':
      return data.setFloat32(at, value, true);
    case 'u16':
    case 's16':
      return data.setUint16(at, value, true);
    default:
      return data.setUint8(at, value);
  }
}
