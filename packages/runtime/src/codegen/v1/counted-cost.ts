import { findType } from '../../types/contains.js';
import type { ValType } from '../../types/val-type.js';

/**
 * What values of these types take in JavaScript, in bytes; `undefined` where there is nothing more to be counted behind
 * pointers, and no need to count for so little.
 *
 * @param cost - what they take in any case
 * @param max - how much there may be
 */
export function countedCost(types: readonly ValType[], cost: number, max: number): number | undefined {
  return cost > max || findType(types, isCounted) !== undefined ? cost : undefined;
}

function isCounted({ kind }: ValType): boolean {
  return kind === 'string' || kind === 'list' || kind === 'map';
}
