import { readFileSync } from 'node:fs';
import { encodeComponent } from '../../harness/component-text.js';

/** Directives that are known to fail, by name (`values/strings.wast:69`), with the reason. */
export type KnownFailures = Readonly<Record<string, string>>;

/** The reason `needs multi-memory` holds only on an engine that does not take this module. */
const engineFeatures: Readonly<Record<string, string>> = {
  'multi-memory': '(module (memory 0) (memory 0))',
  exnref: '(module (func (block (result exnref) (try_table (catch_all_ref 0)) unreachable) drop))',
};

/** Reads a list of known failures, without those that an engine feature causes which this engine has. */
export function readKnownFailures(file: URL): KnownFailures {
  const listed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = Object.entries(listed ?? {}).map(([name, reason]): [string, string] => [
    name,
    String(reason),
  ]);
  return Object.fromEntries(entries.filter(([, reason]) => holdsHere(reason)));
}

function holdsHere(reason: string): boolean {
  const feature = /^needs (.+)$/.exec(reason)?.[1];
  if (feature === undefined) return true;
  const module = engineFeatures[feature];
  if (module === undefined) throw new Error(`"${reason}" names no engine feature that can be detected`);
  return !WebAssembly.validate(encodeComponent(module));
}
