import { Trap } from '../errors/trap.js';
import type { ValueContext } from './context.js';
import type { Layout } from './layout.js';
import { spend } from './allowance.js';

/** The most bytes that the elements of a list, or the code units of a string, may take. */
export const maxByteLength = 2 ** 28 - 1;
/** The most bytes that realloc can be asked for, in a 32-bit memory and in a 64-bit one. */
const maxAllocation = 2 ** 32 - 1;

/** Traps unless a pointer that stands for a whole value is aligned, and all of the value in bounds. */
export function checkPointer(cx: ValueContext, pointer: number, { size, alignment }: Layout): void {
  if (!isAligned(pointer, alignment)) throw unaligned();
  if (pointer + size > cx.memory.bytes.length) {
    throw new Trap('pointer-out-of-bounds', 'wasm trap: pointer out of bounds of memory');
  }
}

/**
 * Traps unless a list's elements are aligned and in bounds, and not more than the standard and the budget allow.
 *
 * @param cost - what an element takes in JavaScript
 */
export function checkListRange(
  cx: ValueContext,
  pointer: number,
  length: number,
  element: Layout,
  cost: number,
): void {
  const byteLength = length * element.size;
  // An element has at least one byte; a type that had none would make a list of any length free.
  if (length > maxByteLength || byteLength > maxByteLength) {
    throw new Trap('list-too-long', `wasm trap: list of ${length} elements is too long`);
  }
  if (!isAligned(pointer, element.alignment)) throw unaligned();
  if (pointer + byteLength > cx.memory.bytes.length) {
    throw new Trap('list-out-of-bounds', 'wasm trap: list pointer/length out of bounds of memory');
  }
  spend(length * cost);
}

/** Traps unless a string's code units are aligned and in bounds, and not more than the standard and the budget allow. */
export function checkStringRange(
  cx: ValueContext,
  pointer: number,
  byteLength: number,
  alignment: number,
): void {
  if (byteLength > maxByteLength) {
    throw new Trap('string-too-long', `wasm trap: string of ${byteLength} bytes is too long`);
  }
  if (!isAligned(pointer, alignment)) throw unaligned();
  if (pointer + byteLength > cx.memory.bytes.length) {
    throw new Trap('string-out-of-bounds', 'wasm trap: string pointer/length out of bounds of memory');
  }
  spend(byteLength);
}

/** Asks the guest for memory; traps unless what it gives is aligned and in bounds. */
export function allocate(cx: ValueContext, alignment: number, size: number): number {
  return reallocate(cx, 0, 0, alignment, size);
}

/** Asks the guest for another size of a piece of memory; traps unless what it gives is aligned and in bounds. */
export function reallocate(
  cx: ValueContext,
  oldPointer: number,
  oldSize: number,
  alignment: number,
  newSize: number,
): number {
  if (newSize > maxAllocation) {
    throw new Trap('realloc-out-of-bounds', `wasm trap: realloc cannot be asked for ${newSize} bytes`);
  }
  const pointer = cx.realloc(oldPointer, oldSize, alignment, newSize);
  if (!isAligned(pointer, alignment)) {
    throw new Trap('realloc-unaligned', 'wasm trap: realloc return: result not aligned');
  }
  if (pointer + newSize > cx.memory.bytes.length) {
    throw new Trap('realloc-out-of-bounds', 'wasm trap: realloc return: beyond end of memory');
  }
  return pointer;
}

/** An alignment is a power of two. */
function isAligned(pointer: number, alignment: number): boolean {
  return (pointer & (alignment - 1)) === 0;
}

function unaligned(): Trap {
  return new Trap('pointer-unaligned', 'wasm trap: unaligned pointer');
}
