import { formatItemName, interfaceKey, type InterfaceId, type PackageName } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from './wit-lookup.js';

/** Who an interface is, in parts from which names are made. */
export interface InterfaceIdentity {
  /** The name in WIT; where the world gives it a name of its own, as it does one written in place, that name. */
  readonly name: string;
  /** Left out where the world gives it a name. */
  readonly package?: PackageName;
}

/**
 * @param key The key of the interface among the items of its world. One written in place has that name, and so has one
 *   that the world renames: `import cache: store`.
 */
export function identityOf(lookup: WitLookup, id: InterfaceId, key: string): InterfaceIdentity {
  const { name, package: owner } = lookup.interface(id);
  return name === undefined || key !== interfaceKey(id)
    ? { name: key }
    : { name, package: lookup.package(owner).name };
}

/** The name in a component: `example:shop/log@1.2.0`, or the plain one that the world gives. */
export function componentKey({ name, package: owner }: InterfaceIdentity): string {
  return owner === undefined ? name : formatItemName(owner, name);
}

/** The same interface of the same package, whatever its version. */
export function sameButForVersion(a: InterfaceIdentity, b: InterfaceIdentity): boolean {
  return (
    a.name === b.name && a.package?.namespace === b.package?.namespace && a.package?.name === b.package?.name
  );
}
