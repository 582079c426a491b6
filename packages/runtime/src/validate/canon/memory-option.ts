import { compileErrorAt } from '../../errors/compile-error.js';
import { requireFeature } from '../features-check.js';
import type { Scope } from '../scope.js';

/** The type of an address in a memory that values are passed through, which cannot be just any memory. */
export function memoryAddress(scope: Scope, index: number, offset: number): 'i32' | 'i64' {
  const { limits, shared } = scope.coreMemories.get(index, offset);
  if (shared) {
    const message = `core memory ${index} is shared: values cannot be passed through it`;
    throw compileErrorAt('option-signature', offset, message);
  }
  if (limits.address === 'i64') {
    const what = 'passing values through a memory with 64-bit addresses';
    requireFeature(scope.validation.features, 'memory64', offset, what);
  }
  return limits.address;
}
