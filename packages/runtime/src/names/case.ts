/**
 * The JavaScript spelling of WIT labels.
 *
 * A label is kebab-case words, each all lower-case or, for an acronym, all upper-case: `get-URL`.
 */

/** `get-URL` as `getUrl`: for functions, parameters, record fields and flags. */
export function camelCase(label: string): string {
  const [first = '', ...rest] = label.split('-');
  return first.toLowerCase() + rest.map(capitalized).join('');
}

/** `get-URL` as `GetUrl`: for types and resources. */
export function pascalCase(label: string): string {
  return label.split('-').map(capitalized).join('');
}

/**
 * The keys of the fields of a record, or of flags: in camelCase, but for labels that would be the same then, as `a-1` and
 * `a1`: they stay as they are.
 */
export function memberKeys(labels: readonly string[]): string[] {
  const keys = asKeys(labels.map(camelCase));
  const seen = new Set<string>();
  const shared = new Set(keys.filter((key) => seen.size === seen.add(key).size));
  return shared.size === 0
    ? keys
    : labels.map((label, i) => (shared.has(keys[i] ?? '') ? label : (keys[i] ?? '')));
}

/** The same strings, as an engine keeps them for the keys of objects: to compare a key with any other takes it longer. */
function asKeys(names: readonly string[]): string[] {
  return names.map((name) => Object.keys({ [name]: true })[0] ?? name);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
