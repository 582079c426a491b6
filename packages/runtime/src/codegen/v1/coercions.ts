/**
 * The core values of a variant's payload in the joined ones of the variant: `f32InI64` is an f32 that is passed as an i64,
 * `f32FromI64` takes it out again.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lowering
 */
const bits = new DataView(new ArrayBuffer(8));

export function f32InI32(value: number): number {
  bits.setFloat32(0, value);
  return bits.getInt32(0);
}

export function i32InI64(value: number): bigint {
  return BigInt(value >>> 0);
}

export function f32InI64(value: number): bigint {
  bits.setFloat32(0, value);
  return BigInt(bits.getUint32(0));
}

export function f64InI64(value: number): bigint {
  bits.setFloat64(0, value);
  return bits.getBigUint64(0);
}

export function f32FromI32(value: number): number {
  bits.setInt32(0, value);
  return bits.getFloat32(0);
}

export function i32FromI64(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

export function f32FromI64(value: bigint): number {
  bits.setUint32(0, Number(BigInt.asUintN(32, value)));
  return bits.getFloat32(0);
}

export function f64FromI64(value: bigint): number {
  bits.setBigInt64(0, value);
  return bits.getFloat64(0);
}
