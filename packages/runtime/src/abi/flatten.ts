import type { ValType } from '../types/val-type.js';
import type { AddressType } from './address.js';
import { casesOf } from './layout.js';

/** A value type of core WebAssembly. */
export type CoreType = 'i32' | 'i64' | 'f32' | 'f64';

/** More core values than this are passed through memory; no result of `flatten` is longer. */
export const maxFlatParams = 16;
/** The same for the parameters of functions that are lowered with `async`. */
export const maxFlatAsyncParams = 4;
export const maxFlatResults = 1;

const flattened: Record<AddressType, WeakMap<ValType, readonly CoreType[] | TooMany>> = {
  i32: new WeakMap(),
  i64: new WeakMap(),
};

/** What `flatten` keeps for a type that has no flat form of 16 core values or fewer. */
type TooMany = 'too many';

/**
 * The core values that a value of this type is passed as, or `undefined` where there are more than 16. It never builds
 * more, whatever the type.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening
 */
export function flatten(type: ValType, address: AddressType = 'i32'): readonly CoreType[] | undefined {
  let flat = flattened[address].get(type);
  if (flat === undefined) {
    flat = computeFlat(type, address) ?? 'too many';
    flattened[address].set(type, flat);
  }
  return flat === 'too many' ? undefined : flat;
}

/** The core values of several values in a row, or `undefined` where there are more than 16, or another maximum. */
export function flattenAll(
  types: Iterable<ValType>,
  address: AddressType = 'i32',
  max = maxFlatParams,
): readonly CoreType[] | undefined {
  const all: CoreType[] = [];
  for (const type of types) {
    const flat = flatten(type, address);
    if (flat === undefined || all.length + flat.length > max) return undefined;
    all.push(...flat);
  }
  return all;
}

function computeFlat(type: ValType, address: AddressType): readonly CoreType[] | undefined {
  switch (type.kind) {
    case 's64':
    case 'u64':
      return ['i64'];
    case 'f32':
    case 'f64':
      return [type.kind];
    case 'string':
    case 'map':
      return [address, address];
    case 'list':
      return type.length === undefined
        ? [address, address]
        : flattenRepeated(type.element, type.length, address);
    case 'record':
      return flattenAll(
        type.fields.map((field) => field.type),
        address,
      );
    case 'tuple':
      return flattenAll(type.types, address);
    case 'variant':
    case 'enum':
    case 'option':
    case 'result':
      return flattenCases(
        casesOf(type).flatMap((one) => one.type ?? []),
        address,
      );
    default:
      return ['i32'];
  }
}

function flattenRepeated(
  element: ValType,
  length: number,
  address: AddressType,
): readonly CoreType[] | undefined {
  const flat = flatten(element, address);
  if (flat === undefined || flat.length * length > maxFlatParams) return undefined;
  return Array.from({ length }, () => flat).flat();
}

/** The discriminant, and then core values that can hold the payload of any case. */
function flattenCases(payloads: readonly ValType[], address: AddressType): readonly CoreType[] | undefined {
  const joined: CoreType[] = [];
  for (const type of payloads) {
    const flat = flatten(type, address);
    if (flat === undefined || flat.length >= maxFlatParams) return undefined;
    flat.forEach((core, index) => {
      const other = joined[index];
      joined[index] = other === undefined ? core : join(other, core);
    });
  }
  return ['i32', ...joined];
}

/** The core type that has room for either of two. */
function join(a: CoreType, b: CoreType): CoreType {
  if (a === b) return a;
  return (a === 'i32' && b === 'f32') || (a === 'f32' && b === 'i32') ? 'i32' : 'i64';
}
