import type { InterfaceId, PackageId, PackageName, Resolve, WorldId } from '../resolve/model.js';
import { keywords } from '../syntax/token-kinds.js';

/** An identifier as WIT spells it: with a `%` before a word that means something else. */
export function identifier(name: string): string {
  return keywords.has(name) ? `%${name}` : name;
}

/** `namespace:name@version` */
export function packageText(name: PackageName): string {
  return `${unversioned(name)}${versionText(name)}`;
}

/** How an interface is named in a package: by its plain name where it is at home, by its full name elsewhere. */
export function interfacePath(resolve: Resolve, id: InterfaceId, from: PackageId): string {
  return itemPath(resolve, resolve.interfaces[id], from);
}

/** As {@link interfacePath}, for a world. */
export function worldPath(resolve: Resolve, id: WorldId, from: PackageId): string {
  return itemPath(resolve, resolve.worlds[id], from);
}

interface Item {
  readonly name?: string | undefined;
  readonly package: PackageId;
}

/** As {@link interfacePath}, for any item of a package. */
export function itemPath({ packages }: Resolve, item: Item | undefined, from: PackageId): string {
  const owner = item && packages[item.package];
  if (item?.name === undefined || owner === undefined)
    throw new RangeError('a path leads to an item without a name');
  if (item.package === from) return identifier(item.name);
  return `${unversioned(owner.name)}/${identifier(item.name)}${versionText(owner.name)}`;
}

function unversioned({ namespace, name }: PackageName): string {
  return `${identifier(namespace)}:${identifier(name)}`;
}

function versionText({ version }: PackageName): string {
  return version === undefined ? '' : `@${version}`;
}
