import type { PackageNameSyntax } from '../syntax/ast.js';
import { compareVersions } from '../syntax/semantic-version.js';
import type { InterfaceId, PackageName, Resolve } from './model.js';

/** `namespace:name@version`, or without the version. */
export function formatPackageName({ namespace, name, version }: PackageName): string {
  return version === undefined ? `${namespace}:${name}` : `${namespace}:${name}@${version}`;
}

/** `namespace:package/name@version`, as a component imports and exports it. */
export function formatItemName({ version, ...rest }: PackageName, item: string): string {
  return `${formatPackageName(rest)}/${item}${version === undefined ? '' : `@${version}`}`;
}

/** The full name of an interface; `undefined` for one written in place in a world. */
export function interfaceFullName(resolve: Resolve, id: InterfaceId): string | undefined {
  const found = resolve.interfaces[id];
  const owner = found && resolve.packages[found.package];
  return found?.name === undefined || owner === undefined
    ? undefined
    : formatItemName(owner.name, found.name);
}

export function packageNameOf({ namespace, name, version }: PackageNameSyntax): PackageName {
  const unversioned = { namespace: namespace.text, name: name.text };
  return version === undefined ? unversioned : { ...unversioned, version };
}

/** A package name as text, by which packages are found. */
export function packageKey({ namespace, name, version }: PackageNameSyntax): string {
  const unversioned = `${namespace.text}:${name.text}`;
  return version === undefined ? unversioned : `${unversioned}@${version}`;
}

/** By namespace, name and version; no version comes first. */
export function comparePackageNames(a: PackageName, b: PackageName): number {
  return (
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name) ||
    compareOptionalVersions(a.version, b.version)
  );
}

function compareOptionalVersions(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareVersions(a, b);
}

/** By code points, as UTF-8 bytes would compare. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length - b.length;
  return codePointRank(a.charCodeAt(at)) - codePointRank(b.charCodeAt(at));
}

/** A surrogate is half of a code point that comes after all those of one half. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
