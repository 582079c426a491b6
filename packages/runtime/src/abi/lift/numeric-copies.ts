import type { ValueContext } from '../context.js';
import type { NumericArrays, NumericName } from '../numbers.js';

type CopyOut<N extends NumericName> = (cx: ValueContext, pointer: number, length: number) => NumericArrays[N];

/**
 * Copies numbers out of memory as a typed array; pointer and length have been checked. Every engine is little-endian, as
 * memory is. The bits of a NaN are copied as they are: nothing but a view of other type could tell, and the standard
 * leaves them open when they are lowered again. To make an array of a view is faster than `slice`, whatever the length.
 */
export const numericCopiers: { readonly [N in NumericName]: CopyOut<N> } = {
  s8: (cx, pointer, length) => new Int8Array(new Int8Array(cx.memory.bytes.buffer, pointer, length)),
  u8: (cx, pointer, length) => cx.memory.bytes.slice(pointer, pointer + length),
  s16: (cx, pointer, length) => new Int16Array(new Int16Array(cx.memory.bytes.buffer, pointer, length)),
  u16: (cx, pointer, length) => new Uint16Array(new Uint16Array(cx.memory.bytes.buffer, pointer, length)),
  s32: (cx, pointer, length) => new Int32Array(new Int32Array(cx.memory.bytes.buffer, pointer, length)),
  u32: (cx, pointer, length) => new Uint32Array(new Uint32Array(cx.memory.bytes.buffer, pointer, length)),
  s64: (cx, pointer, length) => new BigInt64Array(new BigInt64Array(cx.memory.bytes.buffer, pointer, length)),
  u64: (cx, pointer, length) =>
    new BigUint64Array(new BigUint64Array(cx.memory.bytes.buffer, pointer, length)),
  f32: (cx, pointer, length) => new Float32Array(new Float32Array(cx.memory.bytes.buffer, pointer, length)),
  f64: (cx, pointer, length) => new Float64Array(new Float64Array(cx.memory.bytes.buffer, pointer, length)),
};
