import type { ValueContext } from '../context.js';
import type { NumericName } from '../numbers.js';

type View = (cx: ValueContext, pointer: number, length: number) => ArrayBufferView;

/**
 * Looks at numbers in memory as a typed array, without a copy; pointer and length have been checked. A view ends where
 * memory grows or the guest frees what it shows, so the guest must not run while it is used.
 */
export const numericViews: Readonly<Record<NumericName, View>> = {
  s8: (cx, pointer, length) => new Int8Array(cx.memory.bytes.buffer, pointer, length),
  u8: (cx, pointer, length) => new Uint8Array(cx.memory.bytes.buffer, pointer, length),
  s16: (cx, pointer, length) => new Int16Array(cx.memory.bytes.buffer, pointer, length),
  u16: (cx, pointer, length) => new Uint16Array(cx.memory.bytes.buffer, pointer, length),
  s32: (cx, pointer, length) => new Int32Array(cx.memory.bytes.buffer, pointer, length),
  u32: (cx, pointer, length) => new Uint32Array(cx.memory.bytes.buffer, pointer, length),
  s64: (cx, pointer, length) => new BigInt64Array(cx.memory.bytes.buffer, pointer, length),
  u64: (cx, pointer, length) => new BigUint64Array(cx.memory.bytes.buffer, pointer, length),
  f32: (cx, pointer, length) => new Float32Array(cx.memory.bytes.buffer, pointer, length),
  f64: (cx, pointer, length) => new Float64Array(cx.memory.bytes.buffer, pointer, length),
};
