import { resolveWit } from '../resolve/resolve-wit.js';
import type { ResolvedWit, ResolveOptions } from '../resolve/resolve-wit.js';

export interface ParseOptions extends ResolveOptions {
  /** What diagnostics call the text; `input.wit` unless given. */
  readonly path?: string;
}

/**
 * Resolves one WIT file in memory. The packages that it uses stand in it, in braces.
 *
 * @throws WitError with all that is wrong, as far as one error does not follow from another.
 */
export function parseWit(text: string, { path = 'input.wit', ...options }: ParseOptions = {}): ResolvedWit {
  return resolveWit({ main: [{ path, text }] }, options);
}
