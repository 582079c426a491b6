import compareBuild from 'semver/functions/compare-build.js';
import parse from 'semver/functions/parse.js';
import { isVersion } from './version.js';

/** A name of an interface, parted from the version behind its `@`. */
export interface VersionedName {
  readonly path: string;
  readonly version: string | undefined;
}

/** A version, in parts. No type of the library that reads it: declarations name this one. */
export interface Version {
  readonly raw: string;
  readonly major: number;
  readonly minor: number;
  readonly prerelease: readonly (string | number)[];
}

export function splitVersion(name: string): VersionedName {
  const at = name.indexOf('@');
  if (at === -1) return { path: name, version: undefined };
  return { path: name.slice(0, at), version: name.slice(at + 1) };
}

/** The version at the end of a name, if it has one that can be put in order with others. */
export function versionOf(name: string): Version | undefined {
  const { version } = splitVersion(name);
  // `semver` alone would take `v1.2.3` and spaces.
  return version !== undefined && isVersion(version) ? (parse(version) ?? undefined) : undefined;
}

/** Orders versions: those that are equal but for their build metadata too, so that it never matters which came first. */
export function compareVersions(one: Version, other: Version): number {
  // Builds can be the same number and not the same text.
  return (
    compareBuild(one.raw, other.raw) || one.raw.length - other.raw.length || compareText(one.raw, other.raw)
  );
}

export function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/**
 * The version at the end of a name, and the key that all names with a compatible version share: `ns:pkg/iface@1` for
 * `@1.2.3`, `@0.2` for `@0.2.3`. Prereleases and `0.0.x` are compatible with nothing but themselves.
 */
export function compatibleVersions(name: string): { key: string; version: Version } | undefined {
  const version = versionOf(name);
  if (version === undefined || version.prerelease.length > 0) return undefined;
  const { major, minor } = version;
  if (major === 0 && minor === 0) return undefined;
  return { key: `${splitVersion(name).path}@${major === 0 ? `0.${minor}` : major}`, version };
}

/** Whether one of two names answers to the other. */
export function areCompatible(name: string, other: string): boolean {
  return name === other || (compatibleVersions(name)?.key ?? name) === compatibleVersions(other)?.key;
}
