/** A string as a literal of TypeScript. JSON leaves the line separators of Unicode as they are; older engines do not. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16)}`,
  );
}

/** An object literal or type that stays on lines of its own, so that another entry is another line. */
export function tallObject(entries: readonly (readonly [key: string, value: string])[]): string {
  return entries.length === 0 ? '{}' : `{\n${objectEntries(entries)}\n}`;
}

/** An object literal on one line, if it fits. */
export function wideObject(entries: readonly (readonly [key: string, value: string])[]): string {
  return `{ ${objectEntries(entries)} }`;
}

function objectEntries(entries: readonly (readonly [key: string, value: string])[]): string {
  return entries
    .map(([key, value]) => `${stringLiteral(key)}: ${value},`)
    .join('\n')
    .trim();
}
