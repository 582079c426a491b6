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

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
