import type { FuncType } from '../types/item-type.js';
import type { ValType } from '../types/val-type.js';
import type { AddressType } from './address.js';
import {
  flatten,
  flattenAll,
  maxFlatAsyncParams,
  maxFlatParams,
  maxFlatResults,
  type CoreType,
} from './flatten.js';

/** The type of the core function that is lifted, or that lowering makes. */
export interface CoreSignature {
  readonly params: readonly CoreType[];
  readonly results: readonly CoreType[];
}

/** Which of the canonical options `async` and `callback` are given. */
export type CallAbi = 'sync' | 'async' | 'async-callback';

/**
 * The core signature of a function, `flatten_functype` in the standard.
 *
 * @param direction - `lift` for a core function that becomes a component function, `lower` for the reverse.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening
 */
export function coreSignature(
  func: FuncType,
  direction: 'lift' | 'lower',
  address: AddressType = 'i32',
  abi: CallAbi = 'sync',
): CoreSignature {
  if (abi !== 'sync') return asyncSignature(func, direction, address, abi);
  const params = flatParams(func, address) ?? [address];
  const results = flatResults(func, address);
  if (results !== undefined) return { params, results };
  return direction === 'lift'
    ? { params, results: [address] }
    : { params: [...params, address], results: [] };
}

/** A result comes by `task.return`, or is stored where the last parameter of a lowered function says. */
function asyncSignature(
  func: FuncType,
  direction: 'lift' | 'lower',
  address: AddressType,
  abi: CallAbi,
): CoreSignature {
  if (direction === 'lift') {
    const params = flatParams(func, address) ?? [address];
    return { params, results: abi === 'async-callback' ? ['i32'] : [] };
  }
  const params = flatParams(func, address, maxFlatAsyncParams) ?? [address];
  return { params: func.result === undefined ? params : [...params, address], results: ['i32'] };
}

/** The parameters as core values, or `undefined` where they are passed through memory. */
export function flatParams(
  func: FuncType,
  address: AddressType,
  max = maxFlatParams,
): readonly CoreType[] | undefined {
  return flattenAll(paramTypes(func), address, max);
}

/** The result as core values, or `undefined` where it is passed through memory. */
export function flatResults(func: FuncType, address: AddressType): readonly CoreType[] | undefined {
  if (func.result === undefined) return [];
  const flat = flatten(func.result, address);
  return flat !== undefined && flat.length <= maxFlatResults ? flat : undefined;
}

/** One by one, so that a function of very many parameters costs no more than those that are passed. */
function* paramTypes({ params }: FuncType): Generator<ValType> {
  for (const { type } of params) yield type;
}
