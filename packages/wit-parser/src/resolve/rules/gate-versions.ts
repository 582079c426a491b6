import type { Span } from '../../source/span.js';
import { compareVersions, isSemanticVersion } from '../../syntax/semantic-version.js';
import type { Report } from '../context.js';
import type { PackageName } from '../model.js';
import { formatPackageName } from '../package-name.js';

/** What is there since a version stands in a package that has come to it. */
export function checkGateVersion(report: Report, since: string, owner: PackageName, item: Span): boolean {
  const name = formatPackageName(owner);
  if (owner.version === undefined) {
    const message = `a package with versions in its gates must have a version, and \`${name}\` has none`;
    report({ code: 'unversioned-gate', message, span: item });
    return false;
  }
  // What is no version is reported where it stands.
  if (!isSemanticVersion(since) || !isSemanticVersion(owner.version)) return true;
  if (compareVersions(since, owner.version) <= 0) return true;
  const message = `this is there since version ${since}, which comes after \`${name}\` itself`;
  report({ code: 'unreleased-version', message, span: item });
  return false;
}
