import { parseWit, print, toJson, WitError } from '@wit-bindgen-ts/wit-parser';
import type { ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';
import type { Failed } from './outcome.js';

/** What is wrong with what is printed of a `Resolve`: it must parse to the same. Undefined where nothing is. */
export function roundTripFailure(
  { resolve, package: main }: ResolvedWit,
  options: ResolveOptions,
): Failed | undefined {
  const text = print(resolve, { package: main });
  try {
    const { resolve: again } = parseWit(text, { ...options, path: 'printed.wit' });
    // As text, because the order of items counts.
    if (JSON.stringify(toJson(again)) === JSON.stringify(toJson(resolve))) return undefined;
    return { kind: 'failed', problem: 'was printed as something else', details: text };
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
    return {
      kind: 'failed',
      problem: 'was printed as what is refused',
      details: `${error.message}\n${text}`,
    };
  }
}
