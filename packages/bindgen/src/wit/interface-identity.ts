import { formatItemName, type InterfaceId, type PackageName } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from './wit-lookup.js';

/** Who an interface is, in parts from which names are made. */
export interface InterfaceIdentity {
  /** The name in WIT; for one written in place, that of its item in the world. */
  readonly name: string;
  /** Left out for an interface written in place. */
  readonly package?: PackageName;
}

/** @param key The key of the interface among the items of its world; an interface written in place has that name. */
export function identityOf(lookup: WitLookup, id: InterfaceId, key: string): InterfaceIdentity {
  const { name, package: owner } = lookup.interface(id);
  return name === undefined ? { name: key } : { name, package: lookup.package(owner).name };
}

/** The name in a component: `example:shop/log@1.2.0`, or the plain one of an interface written in place. */
export function componentKey({ name, package: owner }: InterfaceIdentity): string {
  return owner === undefined ? name : formatItemName(owner, name);
}

/** The same interface of the same package, whatever its version. */
export function sameButForVersion(a: InterfaceIdentity, b: InterfaceIdentity): boolean {
  return (
    a.name === b.name && a.package?.namespace === b.package?.namespace && a.package?.name === b.package?.name
  );
}
