import { coreSignature, flatParams } from '../../abi/signature.js';
import type { BuiltinCanon } from '../../binary/definitions.js';
import type { CoreFuncType } from '../../types/core-type.js';
import type { FuncType } from '../../types/item-type.js';
import type { Scope } from '../scope.js';
import { resolveValType } from '../types/value-types.js';
import { canonOptions } from './canon-options.js';
import { hasPointers, refuseOptions, requireOption } from './required-options.js';

/** `task.return`: what it returns is passed like the parameter of a lowered function. */
export function taskReturn(
  scope: Scope,
  canon: Extract<BuiltinCanon, { readonly kind: 'task.return' }>,
  offset: number,
): CoreFuncType {
  const result = canon.result === undefined ? undefined : resolveValType(scope, canon.result, offset);
  const options = canonOptions(scope, canon.options, offset);
  refuseOptions(options, ['async', 'callback', 'post-return', 'realloc'], '`task.return`', offset);
  const params = result === undefined ? [] : [{ name: 'result', type: result }];
  const type: FuncType = { kind: 'func', async: false, params };
  if (hasPointers(result) || flatParams(type, options.address) === undefined) {
    requireOption(options, 'memory', offset);
  }
  return { kind: 'func', ...coreSignature(type, 'lower', options.address) };
}
