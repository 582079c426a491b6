/** A place in memory: `at`, `at + 8`. */
export function place(base: string, offset: number): string {
  return offset === 0 ? base : `${base} + ${offset}`;
}

/** Where the element of a list at `index` stands. */
export function elementPlace(base: string, size: number): string {
  return `${base} + ${times('index', size)}`;
}

/** What a number of elements takes in memory. */
export function times(count: string, size: number): string {
  return size === 1 ? count : `${count} * ${size}`;
}
