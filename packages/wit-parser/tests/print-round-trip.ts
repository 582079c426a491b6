import { parseWit, WitError } from '@wit-bindgen-ts/wit-parser';
import type { ParseOptions, Resolve } from '@wit-bindgen-ts/wit-parser';
import { printedAgain } from '../../../tests/harness/printed-again.js';

/** Prints with each package as the main one; `equal`, or the first text that resolves to something else. */
export function differingPrint(resolve: Resolve, options: ParseOptions = {}): string {
  for (const main of resolve.packages.keys()) {
    const { text, again, isEqual } = printedAgain(resolve, main, options);
    if (again instanceof WitError) throw again;
    if (!isEqual) return text;
  }
  return 'equal';
}

export function roundTripped(text: string, options: ParseOptions = {}): string {
  return differingPrint(parseWit(text, options).resolve, options);
}
