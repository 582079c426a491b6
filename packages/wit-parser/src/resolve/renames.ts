import type { IncludeSyntax } from '../syntax/ast.js';
import type { WorldKey } from './model.js';

/** What the plain names of an included world become. */
export class Renames {
  readonly #names = new Map<string, string>();

  constructor({ renames }: IncludeSyntax) {
    for (const { from, to } of renames) if (!this.#names.has(from.text)) this.#names.set(from.text, to.text);
  }

  /** A resource takes its functions along: `[method]r.f` belongs to `r`. */
  apply(key: WorldKey): WorldKey {
    if (this.#names.size === 0) return key;
    const { start, end } = plainNameIn(key);
    const name = this.#names.get(key.slice(start, end));
    return name === undefined ? key : key.slice(0, start) + name + key.slice(end);
  }
}

/** The name that a rename of a key names. */
export function plainNameOf(key: WorldKey): string {
  const { start, end } = plainNameIn(key);
  return key.slice(start, end);
}

function plainNameIn(key: WorldKey): { readonly start: number; readonly end: number } {
  if (!key.startsWith('[')) return { start: 0, end: key.length };
  const start = key.indexOf(']') + 1;
  const dot = key.indexOf('.', start);
  return { start, end: dot === -1 ? key.length : dot };
}
