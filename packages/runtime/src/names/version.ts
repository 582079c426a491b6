/**
 * Versions as names have them: `1.2.3-rc.1+build`, with numbers of any size.
 *
 * @see https://semver.org
 */

const number = '(?:0|[1-9][0-9]*)';
/** A number without leading zeros, or something with a letter or a hyphen in it. */
const prereleasePart = '(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)';
const buildPart = '[0-9a-zA-Z-]+';

const version = new RegExp(
  `^${number}\\.${number}\\.${number}` +
    `(?:-${prereleasePart}(?:\\.${prereleasePart})*)?(?:\\+${buildPart}(?:\\.${buildPart})*)?$`,
);

const canonicalVersion = /^(?:[1-9][0-9]*|0\.[1-9][0-9]*|0\.0\.(?:0|[1-9][0-9]*))$/;

/** Whether this is a version as semver.org defines it. */
export function isVersion(text: string): boolean {
  return version.test(text);
}

/** Whether this is what all compatible versions have in common: `1`, `0.2` or `0.0.3`. */
export function isCanonicalVersion(text: string): boolean {
  return canonicalVersion.test(text);
}
