import { Trap } from '../errors/trap.js';
import type { ValueContext } from './context.js';

/** A gigabyte, less what makes it the largest number that every engine keeps without a box. */
export const defaultTransferBytes = 2 ** 30 - 1;

/**
 * What is left of the bytes that the values of one call may come to in JavaScript. A guest can point to the same bytes
 * from any number of places, and a byte of its memory can stand for an object of a hundred, so that a memory of one page
 * would stand for more than any host can hold. The standard sets no such limit.
 */
let left = defaultTransferBytes;
let max = defaultTransferBytes;

/**
 * Begins to count anew. Nothing can come between the values of one call, so one count serves all instances.
 *
 * @param cost - what the values come to apart from what lies behind pointers
 */
export function beginTransfer(cx: ValueContext, cost: number): void {
  max = cx.maxTransferBytes;
  left = max;
  spend(cost);
}

/** @throws {Trap} `transfer-too-large`, if there are not so many bytes left. */
export function spend(bytes: number): void {
  left -= bytes;
  if (left < 0) throw new Trap('transfer-too-large', `the values of one call come to more than ${max} bytes`);
}
