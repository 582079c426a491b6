import type { ValueContext } from '../context.js';
import { canonicalNaN, type NumericName } from '../numbers.js';
import { typedArrayName, type ArrayLikeObject } from './array-like.js';
import { changedValue } from './lowerer.js';
import { asBigint, asNumber } from './scalars.js';

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
 * always does the same.
 */
export const numericStores: Readonly<Record<NumericName, NumericStore>> = {
  s8: numericStore<number>(
    'Int8Array',
    (buffer, pointer, length) => new Int8Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setInt8(pointer + i, asNumber(values[i]));
    },
  ),
  u8: numericStore<number>(
    'Uint8Array',
    (buffer, pointer, length) => new Uint8Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setUint8(pointer + i, asNumber(values[i]));
    },
  ),
  s16: numericStore<number>(
    'Int16Array',
    (buffer, pointer, length) => new Int16Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setInt16(pointer + 2 * i, asNumber(values[i]), true);
    },
  ),
  u16: numericStore<number>(
    'Uint16Array',
    (buffer, pointer, length) => new Uint16Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setUint16(pointer + 2 * i, asNumber(values[i]), true);
    },
  ),
  s32: numericStore<number>(
    'Int32Array',
    (buffer, pointer, length) => new Int32Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setInt32(pointer + 4 * i, asNumber(values[i]), true);
    },
  ),
  u32: numericStore<number>(
    'Uint32Array',
    (buffer, pointer, length) => new Uint32Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setUint32(pointer + 4 * i, asNumber(values[i]), true);
    },
  ),
  s64: numericStore<bigint>(
    'BigInt64Array',
    (buffer, pointer, length) => new BigInt64Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setBigInt64(pointer + 8 * i, asBigint(values[i]), true);
    },
  ),
  u64: numericStore<bigint>(
    'BigUint64Array',
    (buffer, pointer, length) => new BigUint64Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) data.setBigUint64(pointer + 8 * i, asBigint(values[i]), true);
    },
  ),
  f32: numericStore<number>(
    'Float32Array',
    (buffer, pointer, length) => new Float32Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) {
        data.setFloat32(pointer + 4 * i, canonicalNaN(asNumber(values[i])), true);
      }
    },
  ),
  f64: numericStore<number>(
    'Float64Array',
    (buffer, pointer, length) => new Float64Array(buffer, pointer, length),
    (data, values, pointer, length) => {
      for (let i = 0; i < length; i++) {
        data.setFloat64(pointer + 8 * i, canonicalNaN(asNumber(values[i])), true);
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
