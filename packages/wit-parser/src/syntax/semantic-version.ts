/**
 * Semantic versions as wasm-tools takes them: with numbers of 64 bits, which `semver` refuses above 2⁵³, and of any
 * length. See https://semver.org.
 */
const number = '(0|[1-9]\\d*)';
const prereleasePart = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const pattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${prereleasePart}(?:\\.${prereleasePart})*))?` +
    '(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$',
);
const largestNumber = '18446744073709551615';

export function isSemanticVersion(text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  return match.slice(1, 4).every((digits) => compareNumbers(digits, largestNumber) <= 0);
}

/**
 * The order of two versions: negative, zero or positive. What the standard leaves equal is ordered by build metadata.
 *
 * @param a - A semantic version, as is `b`.
 */
export function compareVersions(a: string, b: string): number {
  const [, ...left] = pattern.exec(a) ?? [];
  const [, ...right] = pattern.exec(b) ?? [];
  for (const index of [0, 1, 2]) {
    const order = compareParts(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return comparePrereleases(left[3], right[3]) || compareBuilds(left[4], right[4]);
}

/** A version without one comes after all its prereleases. */
function comparePrereleases(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareDotted(a, b);
}

/** One without any comes first. */
function compareBuilds(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareDotted(a, b);
}

function compareDotted(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Numbers by value, and before words. */
function compareParts(a: string, b: string): number {
  const isNumber = /^\d+$/;
  const [aIsNumber, bIsNumber] = [isNumber.test(a), isNumber.test(b)];
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  // Only build metadata may have zeros in front.
  return aIsNumber ? compareNumbers(a, b) || a.length - b.length : compareTexts(a, b);
}

/** Of any length: the one with more digits is greater. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareTexts(left, right);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
