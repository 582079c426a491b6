import { toJson, WitError } from '@wit-bindgen-ts/wit-parser';
import type { ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';
import { printedAgain } from '../../harness/printed-again.js';
import type { Check } from '../report.js';
import { jsonDifference } from './json-difference.js';
import { describeDiagnostic, failed, passed } from './load-case.js';

const part = 'round trips';

/** Prints a package, parses it again with the same features, and compares the two. */
export function roundTrip(wit: ResolvedWit, options: ResolveOptions): Check {
  try {
    const { again, isEqual } = printedAgain(wit.resolve, wit.package, options);
    return isEqual ? passed(part) : failed(part, problem('round-trip', describeFailure(wit, again)));
  } catch (error) {
    return failed(part, problem('crash', String(error)));
  }
}

function describeFailure(wit: ResolvedWit, again: ResolvedWit | WitError): string {
  if (!(again instanceof WitError)) {
    return jsonDifference(plainData(wit), plainData(again)) ?? 'the fields of an item have another order';
  }
  const [first] = again.diagnostics;
  return `the printed text is refused: ${first === undefined ? again.message : describeDiagnostic('', first)}`;
}

function plainData({ resolve, package: main }: ResolvedWit): unknown {
  return { main, ...toJson(resolve) };
}

/** What is printed has no line in the case. */
function problem(kind: string, message: string): { line: number; kind: string; message: string } {
  return { line: 0, kind, message };
}
