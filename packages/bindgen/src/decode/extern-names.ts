import type { ExternAttribute } from '@wit-bindgen-ts/runtime/structure';
import type { PackageName } from '@wit-bindgen-ts/wit-parser';

/** An interface or a world that has a package. */
export interface PackageItem {
  readonly package: PackageName;
  readonly name: string;
}

const itemName = /^(?<namespace>[^:/@<=]+):(?<package>[^:/@<=]+)\/(?<name>[^:/@<=]+)(?:@(?<version>.+))?$/;
const canonicalVersion = /^\d+(?:\.\d+)?$/;

/**
 * The parts of `ns:pkg/item@1.2.0`; `undefined` for another name. A canonical name has the front part of its version only,
 * and the rest in an attribute.
 */
export function parsePackageItem(
  text: string,
  attributes: readonly ExternAttribute[] = [],
): PackageItem | undefined {
  const { namespace, package: name, name: item, version } = itemName.exec(text)?.groups ?? {};
  if (namespace === undefined || name === undefined || item === undefined) return undefined;
  if (version === undefined) return { package: { namespace, name }, name: item };
  const whole = wholeVersion(version, attributeOf(attributes, 'version-suffix'));
  return { package: { namespace, name, version: whole }, name: item };
}

/** Whether a name is one that WIT gives: that of an interface in place, of a function or of a type. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(text);
}

export function attributeOf(
  attributes: readonly ExternAttribute[],
  kind: ExternAttribute['kind'],
): string | undefined {
  return attributes.find((each) => each.kind === kind)?.value;
}

function wholeVersion(version: string, suffix: string | undefined): string {
  if (suffix !== undefined) return `${version}${suffix}`;
  if (!canonicalVersion.test(version)) return version;
  return version.includes('.') ? `${version}.0` : `${version}.0.0`;
}
