import { parseWit, WitError } from '@wit-bindgen-ts/wit-parser';
import type { ParseOptions } from '@wit-bindgen-ts/wit-parser';

/** The error that a text is refused with. */
export function errorOf(text: string, options?: ParseOptions): WitError {
  try {
    parseWit(text, options);
  } catch (error) {
    if (error instanceof WitError) return error;
    throw error;
  }
  throw new Error('the text was accepted');
}

/** The codes and lines of all diagnostics. */
export function codesOf(text: string, options?: ParseOptions): string[] {
  return errorOf(text, options).diagnostics.map(({ code, line }) => `${line} ${code}`);
}
