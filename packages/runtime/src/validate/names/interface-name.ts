import { isCanonicalVersion, isVersion } from '../../names/version.js';
import { splitVersion } from '../../names/versioned-name.js';
import type { InterfaceParts } from './extern-name.js';
import type { NameText } from './name-text.js';

/** Reads `ns:pkg/iface@1.2.3`. */
export function readInterfaceName(name: NameText): InterfaceParts {
  const { path, version } = splitVersion(name.text);
  const projections = readPackagePath(name, path);
  if (projections === 0) {
    throw name.error('extern-name', `\`${name.text}\` names no interface: a \`/\` and its name are missing`);
  }
  if (version !== undefined) checkInterfaceVersion(name, version);
  return { kind: 'interface', path, version };
}

/**
 * Checks `ns:pkg/iface`, or where the feature is on, `ns:nested:pkg/iface/nested`.
 *
 * @returns How many names follow that of the package.
 */
export function readPackagePath(name: NameText, path: string): number {
  const [packageName = '', ...projections] = path.split('/');
  const words = packageName.split(':');
  if (words.length > 2) name.requireFeature('nestedNames', `the nested namespace in \`${name.text}\``);
  if (projections.length > 1) name.requireFeature('nestedNames', `the nested package in \`${name.text}\``);
  for (const word of words) name.words(word);
  if (words.length === 1) {
    throw name.error('extern-name', `\`${name.text}\` has no \`:\` between a namespace and a package`);
  }
  for (const projection of projections) name.label(projection);
  return projections.length;
}

function checkInterfaceVersion(name: NameText, version: string): void {
  if (isVersion(version)) return;
  if (isCanonicalVersion(version)) {
    name.requireFeature('canonicalInterfaceNames', `the short version in \`${name.text}\``);
    return;
  }
  checkVersion(name, version);
}

/** Checks a version that has to be whole. */
export function checkVersion(name: NameText, version: string): void {
  if (isVersion(version)) return;
  throw name.error('extern-name', `\`${version}\` in the name \`${name.text}\` is not a semantic version`);
}
