import type { NumericName } from '../numbers.js';
import type { ArrayLikeObject } from './array-like.js';

export interface NumericRange<T> {
  readonly min: T;
  readonly max: T;
}

export const integerRanges = {
  s8: { min: -(2 ** 7), max: 2 ** 7 - 1 },
  u8: { min: 0, max: 2 ** 8 - 1 },
  s16: { min: -(2 ** 15), max: 2 ** 15 - 1 },
  u16: { min: 0, max: 2 ** 16 - 1 },
  s32: { min: -(2 ** 31), max: 2 ** 31 - 1 },
  u32: { min: 0, max: 2 ** 32 - 1 },
} as const satisfies Partial<Record<NumericName, NumericRange<number>>>;

export const bigintRanges = {
  s64: { min: -(2n ** 63n), max: 2n ** 63n - 1n },
  u64: { min: 0n, max: 2n ** 64n - 1n },
} as const satisfies Partial<Record<NumericName, NumericRange<bigint>>>;

export function isIntegerIn(value: unknown, { min, max }: NumericRange<number>): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

export function isBigintIn(value: unknown, { min, max }: NumericRange<bigint>): boolean {
  return typeof value === 'bigint' && value >= min && value <= max;
}

/** The index of the first element that is not of a numeric type; -1 if all are. */
export function firstMisfit(kind: NumericName, values: ArrayLikeObject, length: number): number {
  switch (kind) {
    case 's64':
    case 'u64':
      return firstOutside(values, length, bigintRanges[kind]);
    case 'f32':
    case 'f64':
      return firstNonNumber(values, length);
    case 's8':
      return firstUnfitSigned(values, length, 24);
    case 's16':
      return firstUnfitSigned(values, length, 16);
    case 's32':
      return firstUnfitSigned(values, length, 0);
    case 'u8':
      return firstUnfitUnsigned(values, length, 24);
    case 'u16':
      return firstUnfitUnsigned(values, length, 16);
    case 'u32':
      return firstUnfitUnsigned(values, length, 0);
  }
}

/** An integer fits where shifting it up to the top and down again leaves it as it is. */
function firstUnfitSigned(values: ArrayLikeObject, length: number, shift: number): number {
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (typeof value !== 'number' || (value << shift) >> shift !== value) return index;
  }
  return -1;
}

function firstUnfitUnsigned(values: ArrayLikeObject, length: number, shift: number): number {
  for (let index = 0; index < length; index++) {
    const value = values[index];
    if (typeof value !== 'number' || (value << shift) >>> shift !== value) return index;
  }
  return -1;
}

function firstOutside(values: ArrayLikeObject, length: number, range: NumericRange<bigint>): number {
  for (let index = 0; index < length; index++) {
    if (!isBigintIn(values[index], range)) return index;
  }
  return -1;
}

function firstNonNumber(values: ArrayLikeObject, length: number): number {
  for (let index = 0; index < length; index++) {
    if (typeof values[index] !== 'number') return index;
  }
  return -1;
}
