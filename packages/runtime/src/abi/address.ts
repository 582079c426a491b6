import type { CoreValue } from './context.js';
import { bigintOf, numberOf } from './flat-values.js';

/** The type of a memory's addresses: `i64` for one of memory64. */
export type AddressType = 'i32' | 'i64';

/**
 * How pointers and lengths stand in memory and in core values.
 *
 * Here they are plain numbers in both cases: no engine has a memory that a number could not address, and an i64 that is
 * not exact as a number is out of bounds all the same.
 *
 * A *packed length* is that of a string in `latin1+utf16`, whose highest bit says UTF-16. It is kept in the form that it
 * has in a 32-bit memory, with the bit worth 2³¹; a 64-bit one that does not fit this form is `tooLong`.
 */
export interface Addressing {
  readonly type: AddressType;
  /** The size of a pointer or length, in bytes. */
  readonly size: 4 | 8;
  load(data: DataView, at: number): number;
  store(data: DataView, at: number, value: number): void;
  loadPackedLength(data: DataView, at: number): number;
  storePackedLength(data: DataView, at: number, packed: number): void;
  fromCore(value: CoreValue | undefined): number;
  toCore(value: number): CoreValue;
  packedLengthFromCore(value: CoreValue | undefined): number;
  packedLengthToCore(packed: number): CoreValue;
}

/** The bit of a packed length that says that the string is in UTF-16. */
export const utf16Tag = 2 ** 31;

const wordRange = 2 ** 32;
/** Longer than any string may be, in every encoding. */
const tooLong = Number.MAX_SAFE_INTEGER;

const narrow: Addressing = {
  type: 'i32',
  size: 4,
  load: (data, at) => data.getUint32(at, true),
  store: (data, at, value) => data.setUint32(at, value, true),
  loadPackedLength: (data, at) => data.getUint32(at, true),
  storePackedLength: (data, at, packed) => data.setUint32(at, packed, true),
  fromCore: (value) => numberOf(value) >>> 0,
  toCore: (value) => value,
  packedLengthFromCore: (value) => numberOf(value) >>> 0,
  packedLengthToCore: (packed) => packed,
};

const wide: Addressing = {
  type: 'i64',
  size: 8,
  load: (data, at) => data.getUint32(at, true) + wordRange * data.getUint32(at + 4, true),
  store: (data, at, value) => data.setBigUint64(at, BigInt(value), true),
  loadPackedLength: (data, at) => packed(data.getUint32(at + 4, true), data.getUint32(at, true)),
  storePackedLength: (data, at, value) => data.setBigUint64(at, unpacked(value), true),
  fromCore: (value) => Number(BigInt.asUintN(64, bigintOf(value))),
  toCore: (value) => BigInt(value),
  packedLengthFromCore(value) {
    const bits = BigInt.asUintN(64, bigintOf(value));
    return packed(Number(bits >> 32n), Number(bits & 0xffff_ffffn));
  },
  packedLengthToCore: (value) => unpacked(value),
};

function packed(high: number, low: number): number {
  if (low >= utf16Tag) return tooLong;
  if (high === 0) return low;
  return high === utf16Tag ? utf16Tag + low : tooLong;
}

function unpacked(value: number): bigint {
  return value < utf16Tag ? BigInt(value) : (1n << 63n) | BigInt(value - utf16Tag);
}

export function addressingOf(type: AddressType): Addressing {
  return type === 'i32' ? narrow : wide;
}
