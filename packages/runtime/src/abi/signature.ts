import type { FuncType } from '../types/item-type.js';
import type { AddressType } from './address.js';
import { flatten, flattenAll, maxFlatResults, type CoreType } from './flatten.js';

/** The type of the core function that is lifted, or that lowering makes. */
export interface CoreSignature {
  readonly params: readonly CoreType[];
  readonly results: readonly CoreType[];
}

/**
 * The core signature of a synchronous function, `flatten_functype` in the standard.
 *
 * @param direction - `lift` for a core function that becomes a component function, `lower` for the reverse.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening
 */
export function coreSignature(
  func: FuncType,
  direction: 'lift' | 'lower',
  address: AddressType = 'i32',
): CoreSignature {
  const params = flatParams(func, address) ?? [address];
  const results = flatResults(func, address);
  if (results !== undefined) return { params, results };
  return direction === 'lift'
    ? { params, results: [address] }
    : { params: [...params, address], results: [] };
}

/** The parameters as core values, or `undefined` where they are passed through memory. */
export function flatParams(func: FuncType, address: AddressType): readonly CoreType[] | undefined {
  return flattenAll(
    func.params.map((param) => param.type),
    address,
  );
}

/** The result as core values, or `undefined` where it is passed through memory. */
export function flatResults(func: FuncType, address: AddressType): readonly CoreType[] | undefined {
  if (func.result === undefined) return [];
  const flat = flatten(func.result, address);
  return flat !== undefined && flat.length <= maxFlatResults ? flat : undefined;
}
