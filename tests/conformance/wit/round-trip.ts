import { parseWit, print, toJson, WitError } from '@wit-bindgen-ts/wit-parser';
import type { ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';
import type { Check } from '../report.js';
import { jsonDifference } from './json-difference.js';
import { describeDiagnostic, failed, passed } from './load-case.js';

const part = 'round trips';
const path = 'printed.wit';

/** Prints a package, parses it again with the same features, and compares the two. */
export function roundTrip(wit: ResolvedWit, options: ResolveOptions): Check {
  try {
    const text = print(wit.resolve, { package: wit.package });
    const difference = jsonDifference(plainData(wit), plainData(parseWit(text, { ...options, path })));
    return difference === undefined ? passed(part) : failed(part, problem('round-trip', difference));
  } catch (error) {
    const [first] = error instanceof WitError ? error.diagnostics : [];
    if (first === undefined) return failed(part, problem('crash', String(error)));
    return failed(
      part,
      problem('round-trip', `the printed text is refused: ${describeDiagnostic('', first)}`),
    );
  }
}

function plainData({ resolve, package: main }: ResolvedWit): unknown {
  return { main, ...toJson(resolve) };
}

/** What is printed has no line in the case. */
function problem(kind: string, message: string): { line: number; kind: string; message: string } {
  return { line: 0, kind, message };
}
