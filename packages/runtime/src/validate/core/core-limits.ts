import type { CoreLimits, CoreMemoryRef, CoreTableRef } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreLimitsType } from '../../types/core-type.js';

/** The base 2 logarithm of 64 KiB. */
export const usualPageSize = 16;

/** Checks that the limits of a memory are in order, and within what its addresses can reach. */
export function checkMemory({ limits, shared, pageSize }: CoreMemoryRef, offset: number): void {
  const page = pageSize ?? usualPageSize;
  if (page !== 0 && page !== usualPageSize) {
    throw compileErrorAt(
      'core-type',
      offset,
      `the page size of a core memory is 2^${page} bytes: it can be 1 or 64 KiB`,
    );
  }
  const most = mostPages(page, limits.wide ? 64 : 32);
  checkLimits('a core memory', 'pages', limits, most, offset);
  if (shared && limits.max === undefined) {
    throw compileErrorAt('memory-limits', offset, 'a shared core memory has no maximum');
  }
}

/** As many pages as there are addresses for; pages of one byte are one less, which still can be counted. */
function mostPages(page: number, bits: number): bigint {
  return page === 0 ? (1n << BigInt(bits)) - 1n : 1n << BigInt(bits - page);
}

/** Checks that the limits of a table are in order, and within what its indices can count. */
export function checkTable({ limits }: CoreTableRef, offset: number): void {
  checkLimits('a core table', 'elements', limits, limits.wide ? (1n << 64n) - 1n : (1n << 32n) - 1n, offset);
}

export function limitsType({ min, max, wide }: CoreLimits): CoreLimitsType {
  return { min: `${min}`, max: max === undefined ? null : `${max}`, address: wide ? 'i64' : 'i32' };
}

/** Checks limits of either kind. */
function checkLimits(
  what: string,
  unit: string,
  { min, max }: CoreLimits,
  most: bigint,
  offset: number,
): void {
  const greatest = max !== undefined && max > min ? max : min;
  if (greatest > most) {
    throw compileErrorAt('memory-limits', offset, `${what} has ${greatest} ${unit}: ${most} are the most`);
  }
  if (max !== undefined && min > max) {
    const message = `${what} has at least ${min} ${unit} and at most ${max}`;
    throw compileErrorAt('memory-limits', offset, message);
  }
}
