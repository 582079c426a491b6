import { toJson } from '@wit-bindgen-ts/wit-parser';
import type { ResolvedWit } from '@wit-bindgen-ts/wit-parser';
import type { Failed } from './outcome.js';

/** What is wrong with what is printed of a `Resolve`; undefined where nothing is. */
export function roundTripFailure({ resolve }: ResolvedWit): Failed | undefined {
  JSON.stringify(toJson(resolve));
  return undefined;
}
