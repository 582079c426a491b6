import { parseWit, print, toJson, WitError } from '@wit-bindgen-ts/wit-parser';
import type { PackageId, Resolve, ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';

/** What became of a `Resolve` that was printed as WIT and resolved again. */
export interface PrintedAgain {
  readonly text: string;
  /** What the text resolves to, or the error that it is refused with. */
  readonly again: ResolvedWit | WitError;
  /** Whether it is the same, the order of everything included. */
  readonly isEqual: boolean;
}

/**
 * Prints a `Resolve` and resolves the text with the same options.
 *
 * @param main - The package that comes first.
 */
export function printedAgain(resolve: Resolve, main: PackageId, options: ResolveOptions): PrintedAgain {
  const text = print(resolve, { package: main });
  try {
    const again = parseWit(text, { ...options, path: 'printed.wit' });
    // As text, because the order of items counts.
    const isEqual = JSON.stringify(toJson(again.resolve)) === JSON.stringify(toJson(resolve));
    return { text, again, isEqual: isEqual && again.package === main };
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
    return { text, again: error, isEqual: false };
  }
}
