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
  return { namespace: namespace.text, name: name.text, ...(version !== undefined && { version }) };
}

/** By namespace, name and version; no version comes first. */
export function comparePackageNames(a: PackageName, b: PackageName): number {
  return (
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name) ||
    compareOptional(a.version, b.version)
  );
}

function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareVersions(a, b);
}

/** The order of Unicode code points, which is that of the bytes of UTF-8. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Half of a pair of UTF-16 comes after every character that is no pair. */
function rank(codeUnit: number): number {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit;
}
