import { relative } from 'node:path';
import { loadWit, WitError } from '@wit-bindgen-ts/wit-parser';
import type { Diagnostic, ResolvedWit, ResolveOptions } from '@wit-bindgen-ts/wit-parser';
import type { Check, Failure, Outcome } from '../report.js';

/** What loading a case comes to. */
export type Loaded =
  | { readonly wit: ResolvedWit }
  | { readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]] }
  /** Neither a result nor a diagnostic. */
  | { readonly crash: Failure };

export async function loadCase(input: string, features: ResolveOptions['features']): Promise<Loaded> {
  try {
    return { wit: await loadWit(input, features === undefined ? {} : { features }) };
  } catch (error) {
    const [first, ...others] = error instanceof WitError ? error.diagnostics : [];
    if (first !== undefined) return { diagnostics: [first, ...others] };
    return { crash: { line: 0, kind: 'crash', message: String(error) } };
  }
}

/** The failure of a case that should have been accepted. */
export function refusal(input: string, loaded: Exclude<Loaded, { wit: ResolvedWit }>): Failure {
  if ('crash' in loaded) return loaded.crash;
  const [first] = loaded.diagnostics;
  return { line: first.line, kind: 'refused', message: describeDiagnostic(input, first) };
}

/** In one line; the file is told where the case is a folder. */
export function describeDiagnostic(
  input: string,
  { file, line, column, code, message }: Diagnostic<string>,
): string {
  const path = relative(input, file).replaceAll('\\', '/');
  return `${path === '' ? '' : `${path}:`}${line}:${column}: error[${code}]: ${message}`;
}

export function passed(part: string): Check {
  return { part, outcome: { status: 'passed' } };
}

export function failed(part: string, failure: Failure, expectedBecause?: string): Check {
  const outcome: Outcome = { status: 'failed', failure };
  return { part, outcome: expectedBecause === undefined ? outcome : { ...outcome, expectedBecause } };
}
