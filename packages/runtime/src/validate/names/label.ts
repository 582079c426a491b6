/**
 * Labels are in kebab case: words with a hyphen between them, each all lower-case or all upper-case, the first of them
 * with a letter at its start.
 *
 * The patterns leave one way to read a word, so that they take no longer than the name is.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#import-and-export-definitions
 */

const label = /^(?:[a-z][0-9a-z]*|[A-Z][0-9A-Z]*)(?:-(?:[0-9a-z]+|[0-9]*[A-Z][0-9A-Z]*))*$/;
const words = /^[a-z][0-9a-z]*(?:-[0-9a-z]+)*$/;

export function isLabel(text: string): boolean {
  return label.test(text);
}

/** Whether this is a label without upper-case words, as the names of namespaces and packages are. */
export function isWords(text: string): boolean {
  return words.test(text);
}

/** What labels that are too much alike have in common. */
export function canonicalLabel(text: string): string {
  return text.toLowerCase();
}
