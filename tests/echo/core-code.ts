/** Core instructions, as far as echo guests are made of them. */
import { flat, typeIndex, u32, vec, type Part } from '../harness/component-binary.js';

export const localGet = (index: number): Part => [0x20, u32(index)];
export const localSet = (index: number): Part => [0x21, u32(index)];
export const globalGet = (index: number): Part => [0x23, u32(index)];
export const globalSet = (index: number): Part => [0x24, u32(index)];
export const call = (index: number): Part => [0x10, u32(index)];
/** `i32.const`, of a number that is not negative. */
export const constant = (value: number): Part => [0x41, typeIndex(value)];
/** `i32.load` */
export const load = (offset = 0): Part => [0x28, 2, u32(offset)];
/** `i32.store` */
export const store = (offset = 0): Part => [0x36, 2, u32(offset)];
export const whenever = (then: Part): Part => [0x04, 0x40, then, 0x0b];
export const trapIf: Part = whenever(0x00);
export const select: Part = 0x1b;

/** Instructions on two `i32`. */
export const i32 = {
  equal: 0x46,
  less: 0x48,
  aboveUnsigned: 0x4b,
  notBelowUnsigned: 0x4f,
  add: 0x6a,
  multiply: 0x6c,
  shiftLeft: 0x74,
  shiftRightUnsigned: 0x76,
} as const;

/** A function, with as many locals of type `i32` beside its parameters. */
export function body(locals: number, code: Part): Part {
  const bytes = flat([vec(locals === 0 ? [] : [[u32(locals), 0x7f]]), code, 0x0b]);
  return [u32(bytes.length), bytes];
}

/** `i32.load8_u`, `i32.load16_u` or `i32.load` */
export function loadWord(size: number): Part {
  if (size === 4) return load();
  return size === 1 ? [0x2d, 0, 0] : [0x2f, 1, 0];
}
