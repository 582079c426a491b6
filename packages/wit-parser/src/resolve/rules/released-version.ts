import type { Problem } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import { compareVersions, isSemanticVersion } from '../../syntax/semantic-version.js';
import type { PackageName } from '../model.js';
import { formatPackageName } from '../package-name.js';
import { isUnnamed } from '../package-units.js';

/** An item cannot be `@since` a version that comes after its package's own. */
export function checkReleased(since: string, packageName: PackageName, at: Span): Problem | undefined {
  const { version } = packageName;
  if (isUnnamed(packageName)) return undefined;
  if (version === undefined) {
    const name = formatPackageName(packageName);
    const message = `a package with versions in its gates must have a version, and \`${name}\` has none`;
    return { code: 'unversioned-gate', message, span: at };
  }
  // Nearly always an item is as old as others of its package, or as the package itself.
  if (since === version || !isSemanticVersion(since) || !isSemanticVersion(version)) return undefined;
  if (compareVersions(since, version) <= 0) return undefined;
  const message = `this is there since version ${since}, which comes after \`${formatPackageName(packageName)}\` itself`;
  return { code: 'unreleased-version', message, span: at };
}
