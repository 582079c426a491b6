import { WitError } from '@wit-bindgen-ts/wit-parser';
import type { ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';
import { printedAgain } from '../../harness/printed-again.js';
import type { Failed } from './outcome.js';

/** What is wrong with what is printed of a `Resolve`: it must parse to the same. Undefined where nothing is. */
export function roundTripFailure(
  { resolve, package: main }: ResolvedWit,
  options: ResolveOptions,
): Failed | undefined {
  const { text, again, isEqual } = printedAgain(resolve, main, options);
  if (isEqual) return undefined;
  return again instanceof WitError
    ? {
        kind: 'failed',
        problem: 'was printed as what is refused',
        details: `${again.message}\n${text}`,
      }
    : { kind: 'failed', problem: 'was printed as something else', details: text };
}
