import { parseWit, print, toJson } from '@wit-bindgen-ts/wit-parser';
import type { ParseOptions, Resolve } from '@wit-bindgen-ts/wit-parser';

/** Prints with each package as the main one; `equal`, or the first text that resolves to something else. */
export function differingPrint(resolve: Resolve, options: ParseOptions = {}): string {
  const expected = JSON.stringify(toJson(resolve));
  for (const main of resolve.packages.keys()) {
    const text = print(resolve, { package: main });
    if (JSON.stringify(toJson(parseWit(text, options).resolve)) !== expected) return text;
  }
  return 'equal';
}

export function roundTripped(text: string, options: ParseOptions = {}): string {
  return differingPrint(parseWit(text, options).resolve, options);
}
