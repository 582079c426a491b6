import type { PrimitiveName, ValType } from '../types/val-type.js';

/** The types whose values are one core value and stand in memory as they are. */
export type ScalarName = Exclude<PrimitiveName, 'string' | 'error-context'>;

const numericNames = ['s8', 'u8', 's16', 'u16', 's32', 'u32', 's64', 'u64', 'f32', 'f64'] as const;

/** The types whose lists are typed arrays. */
export type NumericName = (typeof numericNames)[number];

/** What lists of numbers are. */
export interface NumericArrays {
  s8: Int8Array;
  u8: Uint8Array;
  s16: Int16Array;
  u16: Uint16Array;
  s32: Int32Array;
  u32: Uint32Array;
  s64: BigInt64Array;
  u64: BigUint64Array;
  f32: Float32Array;
  f64: Float64Array;
}

/** The name of a type whose values are scalars; `undefined` for any other. */
export function scalarName({ kind }: ValType): ScalarName | undefined {
  return kind === 'bool' || kind === 'char' || isNumeric(kind) ? kind : undefined;
}

export function isNumeric(kind: ValType['kind']): kind is NumericName {
  return numericNames.some((name) => name === kind);
}

/**
 * A NaN becomes the canonical one, so that its bits tell nothing.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading
 */
export function canonicalNaN(value: number): number {
  return value === value ? value : NaN;
}

/** Loads an unsigned integer of one, two or four bytes. */
export function loadWord(data: DataView, pointer: number, size: 1 | 2 | 4): number {
  if (size === 1) return data.getUint8(pointer);
  return size === 2 ? data.getUint16(pointer, true) : data.getUint32(pointer, true);
}

/** Stores an unsigned integer of one, two or four bytes. */
export function storeWord(data: DataView, pointer: number, value: number, size: 1 | 2 | 4): void {
  if (size === 1) data.setUint8(pointer, value);
  else if (size === 2) data.setUint16(pointer, value, true);
  else data.setUint32(pointer, value, true);
}
