/**
 * How a value differs from what is expected, as `.items[3]: 1 instead of 2`; `undefined` if it does not. A property that
 * is `undefined` is as good as none, and everything else must be the same: the kind of array, the order of a map, the
 * sign of a zero.
 */
export function differenceBetween(expected: unknown, found: unknown, path = ''): string | undefined {
  if (Object.is(expected, found)) return undefined;
  if (!isObject(expected) || !isObject(found) || !isPart(expected)) return different(expected, found, path);
  const kind = tagOf(expected);
  if (kind !== tagOf(found)) return `${path}: ${tagOf(found)} instead of ${kind}`;
  if (expected instanceof Map && found instanceof Map) {
    return differenceBetween([...expected.entries()], [...found.entries()], `${path}.entries`);
  }
  if (isList(expected) && isList(found)) return betweenLists(expected, found, path);
  return betweenRecords(expected, found, path);
}

interface List {
  readonly length: number;
  readonly [index: number]: unknown;
}

function betweenLists(expected: List, found: List, path: string): string | undefined {
  if (expected.length !== found.length) {
    return `${path}: a length of ${found.length} instead of ${expected.length}`;
  }
  for (let index = 0; index < expected.length; index++) {
    if (Object.is(expected[index], found[index])) continue;
    const difference = differenceBetween(expected[index], found[index], `${path}[${index}]`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function betweenRecords(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [one, other] = [own(expected, key), own(found, key)];
    const difference = differenceBetween(one, other, `${path}.${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether an object is a value of WIT by its parts; one of a resource is what it is. */
function isPart(value: object): boolean {
  return tagOf(value) !== 'Object' || Object.getPrototypeOf(value) === Object.prototype;
}

function isList(value: unknown): value is List {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** `Uint8Array`, `Map`, `Array` or `Object`. */
function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

function different(expected: unknown, found: unknown, path: string): string {
  return `${path}: ${shown(found)} instead of ${shown(expected)}`;
}

const shownLength = 60;

function shown(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'string') return isObject(value) ? `an ${tagOf(value)}` : String(value);
  const text = value.length > shownLength ? `${value.slice(0, shownLength)}…` : value;
  return `${JSON.stringify(text)} of ${value.length}`;
}
