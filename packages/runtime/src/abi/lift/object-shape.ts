/**
 * An object with these properties, to be copied by `{ ...shape }`: that takes a fraction of the time that adding them one by
 * one does.
 */
export function objectShape<T>(keys: readonly string[], value: T): Readonly<Record<string, T>> {
  return Object.fromEntries(keys.map((key) => [key, value]));
}
