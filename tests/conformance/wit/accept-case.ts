import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from '@wit-bindgen-ts/wit-parser';
import type { Resolve } from '@wit-bindgen-ts/wit-parser';
import type { Check } from '../report.js';
import type { WitCase } from './corpus.js';
import { jsonDifference } from './json-difference.js';
import { skippedCases } from './known-failures.js';
import { failed, loadCase, passed, refusal } from './load-case.js';
import type { Loaded } from './load-case.js';
import { roundTrip } from './round-trip.js';

const part = 'accept';
const features = ['active'];

/** Resolves a case, compares it with the JSON expected of it, and prints and parses it again. */
export async function runAcceptCase({ name, input, expectation }: WitCase): Promise<readonly Check[]> {
  if (input === undefined) {
    return [failed(part, { line: 0, kind: 'incomplete', message: 'there is no WIT beside this file' })];
  }
  const loaded = await loadCase(input, features);
  const reason = holdsWebAssembly(input) ? skippedCases.get(name) : undefined;
  if (reason !== undefined) return [skippedCase(input, loaded, reason)];
  if (!('wit' in loaded)) return [failed(part, refusal(input, loaded))];
  const { resolve } = loaded.wit;
  const difference = expectation === undefined ? undefined : differenceFrom(expectation, resolve);
  return [
    difference === undefined ? passed(part) : failed(part, { line: 0, kind: 'json', message: difference }),
    roundTrip(loaded.wit, { features }),
  ];
}

/** A skipped case must say itself why it is skipped. */
function skippedCase(input: string, loaded: Loaded, reason: string): Check {
  if ('wit' in loaded) {
    const message = 'this is accepted now: remove it from known-failures.ts';
    return failed(part, { line: 0, kind: 'unexpected-pass', message });
  }
  const says =
    'diagnostics' in loaded && loaded.diagnostics.every(({ code }) => code === 'webassembly-package');
  if (!says) return failed(part, refusal(input, loaded));
  return { part, outcome: { status: 'skipped', reason } };
}

function holdsWebAssembly(input: string): boolean {
  const dependencies = join(input, 'deps');
  const files = existsSync(dependencies) ? readdirSync(dependencies) : [input];
  return files.some((file) => /\.(?:wat|wasm)$/.test(file));
}

function differenceFrom(expectation: string, resolve: Resolve): string | undefined {
  const expected: unknown = JSON.parse(readFileSync(expectation, 'utf8'));
  const found: unknown = JSON.parse(JSON.stringify(toJson(resolve)));
  return jsonDifference(expected, found);
}
