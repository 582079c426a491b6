import { compileErrorAt } from '../../errors/compile-error.js';
import type { FuncType } from '../../types/item-type.js';
import type { CanonOptions } from '../valid-component.js';

/** Checks that the canonical option `async` is given only for functions whose type is `async`. */
export function checkAsyncType(type: FuncType, options: CanonOptions, offset: number): void {
  if (!options.async || type.async) return;
  const message = 'the canonical option `async` is given for a function whose type is not `async`';
  throw compileErrorAt('async-option', offset, message);
}
