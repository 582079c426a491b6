/** Whether a value is of a scalar type, so that it may be lowered. */
import { scalarValueOf } from '../../abi/lower/scalars.js';

export function isBool(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isS8(value: unknown): value is number {
  return typeof value === 'number' && (value << 24) >> 24 === value;
}

export function isU8(value: unknown): value is number {
  return typeof value === 'number' && (value & 0xff) === value;
}

export function isS16(value: unknown): value is number {
  return typeof value === 'number' && (value << 16) >> 16 === value;
}

export function isU16(value: unknown): value is number {
  return typeof value === 'number' && (value & 0xffff) === value;
}

export function isS32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

export function isU32(value: unknown): value is number {
  return typeof value === 'number' && value >>> 0 === value;
}

export function isS64(value: unknown): value is bigint {
  return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
}

export function isU64(value: unknown): value is bigint {
  return typeof value === 'bigint' && BigInt.asUintN(64, value) === value;
}

export function isF32(value: unknown): value is number {
  return typeof value === 'number';
}

export function isF64(value: unknown): value is number {
  return typeof value === 'number';
}

/** A string that is exactly one Unicode scalar value. */
export function isChar(value: unknown): value is string {
  return scalarValueOf(value) !== undefined;
}
