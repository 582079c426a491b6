import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '@wit-bindgen-ts/wit-parser';
import type { Check } from '../report.js';
import type { WitCase } from './corpus.js';
import { expectedPlace, formatExpected, isSamePlace, lineAndColumn, placeOf } from './expected-place.js';
import type { ExpectedPlace } from './expected-place.js';
import { knownPlaces } from './known-failures.js';
import { describeDiagnostic, failed, loadCase, passed } from './load-case.js';

const refused = 'reject refused';
const samePlace = 'reject places equal';

/** Loads a case that must be refused, and compares the place of its first error with the expected one. */
export async function runRejectCase({ name, input, expectation }: WitCase): Promise<readonly Check[]> {
  if (input === undefined) {
    return [failed(refused, { line: 0, kind: 'incomplete', message: 'there is no WIT beside this file' })];
  }
  const loaded = await loadCase(input, ['active']);
  if ('wit' in loaded) {
    return [failed(refused, { line: 0, kind: 'accepted', message: 'this should be refused' })];
  }
  if ('crash' in loaded) return [failed(refused, loaded.crash)];
  const expected = expectation === undefined ? undefined : expectedPlace(readFileSync(expectation, 'utf8'));
  if (expected === undefined) {
    return [
      passed(refused),
      { part: samePlace, outcome: { status: 'unjudged', remark: 'with no place expected' } },
    ];
  }
  return [passed(refused), comparePlaces(name, input, expected, loaded.diagnostics[0])];
}

function comparePlaces(name: string, input: string, expected: ExpectedPlace, first: Diagnostic): Check {
  const found = placeOf(first, dirname(input));
  const entry = knownPlaces.get(name);
  const known = entry?.expected === lineAndColumn(expected) ? entry : undefined;
  if (isSamePlace(expected, found)) {
    if (known === undefined) return passed(samePlace);
    const message = 'the error stands at the expected place now: remove it from known-failures.ts';
    return failed(samePlace, { line: found.line, kind: 'unexpected-pass', message });
  }
  const message = `expected ${formatExpected(expected, found)}, found ${describeDiagnostic(dirname(input), first)}`;
  const reason = known?.ours === lineAndColumn(found) ? known.reason : undefined;
  return failed(samePlace, { line: found.line, kind: 'place', message }, reason);
}
