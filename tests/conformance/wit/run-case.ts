import type { Check } from '../report.js';
import { runAcceptCase } from './accept-case.js';
import type { WitCase } from './corpus.js';
import { failed, loadCase, passed, refusal } from './load-case.js';
import { runRejectCase } from './reject-case.js';
import { roundTrip } from './round-trip.js';

/** Runs the checks of a case. */
export async function runCase(each: WitCase): Promise<readonly Check[]> {
  switch (each.kind) {
    case 'accept':
      return runAcceptCase(each);
    case 'reject':
      return runRejectCase(each);
    case 'package':
      return runPackage(each.input ?? each.path);
  }
}

async function runPackage(input: string): Promise<readonly Check[]> {
  const features = 'all';
  const loaded = await loadCase(input, features);
  if (!('wit' in loaded)) return [failed('packages', refusal(input, loaded))];
  return [passed('packages'), roundTrip(loaded.wit, { features })];
}
