/**
 * The names of WIT in the cases of TypeScript. An acronym counts as a word: `get-URL` is `getUrl`, `http-2` is `http2`.
 * The runtime makes the keys of imports, record fields and flags by the same rule.
 */

/** A name of WIT: words of letters and digits, each in one case, that begin with a letter at the start. */
const kebabName = /^(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*$/;

/** Whether a name is one that WIT allows, and so one that becomes an identifier. */
export function isKebabName(name: string): boolean {
  return kebabName.test(name);
}

/** `find-error` → `findError`. */
export function camelCase(kebab: string): string {
  const pascal = pascalCase(kebab);
  const firstWord = kebab.indexOf('-') === -1 ? kebab.length : kebab.indexOf('-');
  return pascal.slice(0, firstWord).toLowerCase() + pascal.slice(firstWord);
}

/** `find-error` → `FindError`. */
export function pascalCase(kebab: string): string {
  return kebab.split('-').map(capitalize).join('');
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** `Inventory` → `inventory`, for the names of values that belong to a type. */
export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
