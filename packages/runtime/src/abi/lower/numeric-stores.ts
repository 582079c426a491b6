import type { ValueContext } from '../context.js';
import { canonicalNaN, type NumericName } from '../numbers.js';
import { typedArrayName, type ArrayLikeObject } from './array-like.js';
import { changedValue } from './lowerer.js';

/** Stores the numbers of a list into memory that has been allocated for them. */
export interface NumericStore {
  /** Whether this is the typed array of these numbers, so that every element is known to fit. */
  isOwnArray(values: unknown): boolean;
  storeAll(cx: ValueContext, values: ArrayLikeObject, pointer: number, length: number): void;
}

type TypedArrayOf<T> = { readonly length: number; set(values: ArrayLike<T>): void };
type ViewOf<T> = (buffer: ArrayBufferLike, pointer: number, length: number) => TypedArrayOf<T>;
type StoreEach = (data: DataView, values: ArrayLikeObject, pointer: number, length: number) => void;

/**
 * One loop for each type, rather than one for all that is given the setter: an engine makes fast code of a loop that
 * always does the same, and calls nothing.
 */
export const numericStores: Readonly<Record<NumericName, NumericStore>> = {
  s8: numericStore<number>(
    'Int8Array',
    (buffer, pointer, length) => new Int8Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at++) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setInt8(at, value);
      }
    },
  ),
  u8: numericStore<number>(
    'Uint8Array',
    (buffer, pointer, length) => new Uint8Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at++) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setUint8(at, value);
      }
    },
  ),
  s16: numericStore<number>(
    'Int16Array',
    (buffer, pointer, length) => new Int16Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 2) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setInt16(at, value, true);
      }
    },
  ),
  u16: numericStore<number>(
    'Uint16Array',
    (buffer, pointer, length) => new Uint16Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 2) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setUint16(at, value, true);
      }
    },
  ),
  s32: numericStore<number>(
    'Int32Array',
    (buffer, pointer, length) => new Int32Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 4) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setInt32(at, value, true);
      }
    },
  ),
  u32: numericStore<number>(
    'Uint32Array',
    (buffer, pointer, length) => new Uint32Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 4) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setUint32(at, value, true);
      }
    },
  ),
  s64: numericStore<bigint>(
    'BigInt64Array',
    (buffer, pointer, length) => new BigInt64Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 8) {
        const value = values[i];
        if (typeof value !== 'bigint') throw changedValue();
        data.setBigInt64(at, value, true);
      }
    },
  ),
  u64: numericStore<bigint>(
    'BigUint64Array',
    (buffer, pointer, length) => new BigUint64Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 8) {
        const value = values[i];
        if (typeof value !== 'bigint') throw changedValue();
        data.setBigUint64(at, value, true);
      }
    },
  ),
  f32: numericStore<number>(
    'Float32Array',
    (buffer, pointer, length) => new Float32Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 4) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setFloat32(at, canonicalNaN(value), true);
      }
    },
  ),
  f64: numericStore<number>(
    'Float64Array',
    (buffer, pointer, length) => new Float64Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0, at = pointer; i < length; i++, at += 8) {
        const value = values[i];
        if (typeof value !== 'number') throw changedValue();
        data.setFloat64(at, canonicalNaN(value), true);
      }
    },
  ),
};

function numericStore<T>(ownArray: string, viewOf: ViewOf<T>, storeEach: StoreEach): NumericStore {
  const isOwnArray = (values: unknown): values is TypedArrayOf<T> & ArrayLike<T> =>
    typedArrayName(values) === ownArray;
  return {
    isOwnArray,
    storeAll(cx, values, pointer, length) {
      const { bytes, data } = cx.memory;
      if (!isOwnArray(values)) return storeEach(data, values, pointer, length);
      // A view of this very memory is empty once realloc has grown it.
      if (values.length !== length) throw changedValue();
      viewOf(bytes.buffer, pointer, length).set(values);
    },
  };
}
