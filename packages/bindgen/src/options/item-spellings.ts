import type { Func, TypeId } from '@wit-bindgen-ts/wit-parser';
import { ownName } from '../wit/func-names.js';
import type { WitLookup } from '../wit/wit-lookup.js';

/**
 * How options can spell an interface: with its version and without.
 *
 * @param key The name in a component.
 */
export function interfaceSpellings(key: string): string[] {
  const at = key.indexOf('@');
  return at === -1 ? [key] : [key, key.slice(0, at)];
}

/**
 * How options can spell a function: `ns:pkg/iface@1.2.0#cart.add`, `ns:pkg/iface#cart.add`.
 *
 * @param key The name of its interface in a component; none for a function of a world.
 */
export function functionSpellings(lookup: WitLookup, key: string | undefined, func: Func): string[] {
  const name = functionName(lookup, func);
  return key === undefined ? [name] : interfaceSpellings(key).map((path) => `${path}#${name}`);
}

/** As the spellings of a function. `ns:pkg/iface.cart` */
export function resourceSpellings(lookup: WitLookup, key: string | undefined, id: TypeId): string[] {
  const { name = '' } = lookup.typeDef(id);
  return key === undefined ? [name] : interfaceSpellings(key).map((path) => `${path}.${name}`);
}

function functionName(lookup: WitLookup, func: Func): string {
  if (func.kind.kind === 'freestanding') return func.name;
  return `${lookup.typeDef(func.kind.resource).name ?? ''}.${ownName(func)}`;
}
