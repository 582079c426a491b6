import { sizeOf } from '../../abi/layout.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { ValType } from '../../types/val-type.js';

/** The size of a value in memory has to be less, in bytes. */
const maxValueSize = 2 ** 28;

/**
 * Checks that values of a type can be in memory.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#element-size
 */
export function checkValueSize(type: ValType, offset: number): void {
  if (sizeOf(type, 'i64') < maxValueSize) return;
  throw compileErrorAt('value-too-large', offset, 'a value of this type takes 256 MiB of memory or more');
}
