import { editDistance } from './edit-distance.js';
import { areCompatible, compareText, compareVersions, splitVersion, versionOf } from './versioned-name.js';

/** A name that is nearly the one that was asked for. */
export interface NearestName {
  readonly name: string;
  /** It is the same name in a version that is not compatible, or one that is spelt much like it. */
  readonly why: 'version' | 'spelling';
}

/** Longer names are not compared by their letters: what is hostile may be very long. */
const longestName = 256;

/**
 * Finds what is nearly there: the same name in the greatest of the versions that are not compatible, else the name that
 * differs in case or in a letter or two. The order of the candidates does not matter.
 */
export function nearestName(name: string, candidates: Iterable<string>): NearestName | undefined {
  const wanted = splitVersion(name);
  let greatest: string | undefined;
  let closest: Closest | undefined;
  for (const candidate of candidates) {
    const { path } = splitVersion(candidate);
    if (path === wanted.path) {
      const better = greatest === undefined || compareByVersion(candidate, greatest) > 0;
      if (better && !areCompatible(name, candidate)) greatest = candidate;
    } else if (greatest === undefined) {
      const distance = spellingDistance(wanted.path, path);
      if (distance === undefined) continue;
      const other = { name: candidate, distance, version: versionDistance(name, candidate) };
      if (closest === undefined || compareClosest(other, closest) < 0) closest = other;
    }
  }
  if (greatest !== undefined) return { name: greatest, why: 'version' };
  return closest && { name: closest.name, why: 'spelling' };
}

interface Closest {
  readonly name: string;
  /** The number of letters that differ. */
  readonly distance: number;
  readonly version: number;
}

function compareClosest(one: Closest, other: Closest): number {
  return one.distance - other.distance || one.version - other.version || compareText(one.name, other.name);
}

/** Names whose versions cannot be put in order come before those whose can. */
function compareByVersion(one: string, other: string): number {
  const [version, otherVersion] = [versionOf(one), versionOf(other)];
  if (version === undefined || otherVersion === undefined) {
    return Number(version !== undefined) - Number(otherVersion !== undefined) || compareText(one, other);
  }
  return compareVersions(version, otherVersion) || compareText(one, other);
}

/** 0 for names of the same version, 1 for compatible ones, 2 for others. */
function versionDistance(one: string, other: string): number {
  const [{ version }, { version: otherVersion }] = [splitVersion(one), splitVersion(other)];
  if (version === otherVersion) return 0;
  return version !== undefined && areCompatible(`@${version}`, `@${otherVersion ?? ''}`) ? 1 : 2;
}

/**
 * How many letters two names differ in, or nothing if they are not much alike. Case does not count. Where both have the
 * same number of parts, each part must be much like the other's: `a:b/c` has nothing to do with `a:b/d`.
 */
function spellingDistance(one: string, other: string): number | undefined {
  if (Math.abs(one.length - other.length) > 2 || one.length > longestName) return undefined;
  const [text, otherText] = [one.toLowerCase(), other.toLowerCase()];
  if (text === otherText) return 0;
  const [parts, otherParts] = [text.split(separators), otherText.split(separators)];
  if (parts.length !== otherParts.length) return partDistance(text, otherText);
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    const distance = partDistance(part, otherParts[index] ?? '');
    if (distance === undefined) return undefined;
    sum += distance;
  }
  return sum <= 2 ? sum : undefined;
}

const separators = /[:/.\]]/;

/** One letter may differ in a short word, two in a longer one, none in one that is next to nothing without it. */
function partDistance(one: string, other: string): number | undefined {
  if (one === other) return 0;
  const most = one.length <= 2 ? 0 : one.length <= 5 ? 1 : 2;
  const distance = editDistance(one, other, most + 1);
  return distance <= most ? distance : undefined;
}
