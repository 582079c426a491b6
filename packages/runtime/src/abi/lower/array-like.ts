/** An object whose elements can be read by index. */
export interface ArrayLikeObject {
  readonly [index: number]: unknown;
}

/** An object whose properties can be read by name. */
export type PropertyBag = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is PropertyBag & ArrayLikeObject {
  return typeof value === 'object' && value !== null;
}

/** The length of an array, a typed array or another array-like object; `undefined` for anything else. */
export function lengthOf(value: unknown): number | undefined {
  if (!isObject(value)) return undefined;
  const { length } = value;
  return typeof length === 'number' && Number.isSafeInteger(length) && length >= 0 ? length : undefined;
}

const typedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const readTypedArrayName = Object.getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag)?.get;

/** `Uint8Array` for one of any realm or a class derived from it; `undefined` for anything but a typed array. */
export function typedArrayName(value: unknown): string | undefined {
  const name: unknown = readTypedArrayName?.call(value);
  return typeof name === 'string' ? name : undefined;
}

const readMapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size')?.get;

/** Whether it is a `Map` of any realm. */
export function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  try {
    return isObject(value) && typeof readMapSize?.call(value) === 'number';
  } catch {
    return false;
  }
}

/** The entries of a map, read past anything that a class derived from `Map` may have put in their way. */
export function entriesOf(map: ReadonlyMap<unknown, unknown>): (readonly [unknown, unknown])[] {
  const entries: (readonly [unknown, unknown])[] = [];
  Map.prototype.forEach.call(map, (value: unknown, key: unknown) => entries.push([key, value]));
  return entries;
}
