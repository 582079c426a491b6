import { maxFlatAsyncParams, maxFlatParams } from '../../abi/flatten.js';
import { coreSignature, flatParams, flatResults } from '../../abi/signature.js';
import type { Canon } from '../../binary/definitions.js';
import type { FuncType } from '../../types/item-type.js';
import type { Scope } from '../scope.js';
import type { CanonOptions, ValidCanon } from '../valid-component.js';
import { checkAsyncType } from './async-option.js';
import { canonOptions } from './canon-options.js';
import { callAbi } from './lift.js';
import { funcPointers, refuseOptions, requireOption } from './required-options.js';

/**
 * `canon lower`: a function of the component becomes a core function.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lower
 */
export function lower(
  scope: Scope,
  canon: Extract<Canon, { readonly kind: 'lower' }>,
  offset: number,
): ValidCanon {
  const type = scope.funcs.get(canon.func, offset);
  const options = canonOptions(scope, canon.options, offset);
  refuseOptions(options, ['post-return', 'callback'], 'a lowered function', offset);
  checkAsyncType(type, options, offset);
  checkRequired(type, options, offset);
  scope.coreFuncs.push({
    kind: 'func',
    ...coreSignature(type, 'lower', options.address, callAbi(options)),
  });
  return { kind: 'lower', func: canon.func, options, type };
}

/**
 * Parameters are read from the guest's memory; what is in memory of a result takes room there. The standard's text asks
 * for a memory wherever `async` is given, but its tests leave it out where nothing is passed through it.
 */
function checkRequired(type: FuncType, options: CanonOptions, offset: number): void {
  const pointers = funcPointers(type);
  if (pointers.params || areParamsInMemory(type, options)) requireOption(options, 'memory', offset);
  if (pointers.result) requireOption(options, 'realloc', offset);
  if (isResultInMemory(type, options)) requireOption(options, 'memory', offset);
}

function areParamsInMemory(type: FuncType, { async, address }: CanonOptions): boolean {
  return flatParams(type, address, async ? maxFlatAsyncParams : maxFlatParams) === undefined;
}

function isResultInMemory(type: FuncType, { async, address }: CanonOptions): boolean {
  return async ? type.result !== undefined : flatResults(type, address) === undefined;
}
