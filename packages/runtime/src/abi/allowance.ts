/**
 * How many bytes of lists and strings the values of one call may have. A guest can point to the same bytes from any
 * number of places, so that a memory of one page would stand for more than any host can hold. The standard sets no such
 * limit; this one is four times what a single list may have.
 */
export const maxLiftedBytes = 2 ** 30;

let left = maxLiftedBytes;

/** Begins to count anew. Nothing can come between the values of one call, so one count serves all instances. */
export function refillAllowance(): void {
  left = maxLiftedBytes;
}

/** Takes bytes from the allowance; false if there are not so many left. */
export function spendAllowance(bytes: number): boolean {
  left -= bytes;
  return left >= 0;
}
