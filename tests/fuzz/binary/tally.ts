import type { Fuzzed } from './fuzz.js';
import type { Failed } from './outcome.js';

export interface Failure extends Fuzzed {
  readonly outcome: Failed;
}

/** What came of all mutations. */
export class Tally {
  compiled = 0;
  /** How many were refused, by code. */
  readonly refused = new Map<string, number>();
  /** By problem. */
  readonly failures = new Map<string, Failure[]>();
  slowest: Fuzzed | undefined;

  add(fuzzed: Fuzzed): void {
    const { outcome, milliseconds } = fuzzed;
    if (milliseconds > (this.slowest?.milliseconds ?? 0)) this.slowest = fuzzed;
    if (outcome.kind === 'compiled') this.compiled++;
    else if (outcome.kind === 'refused')
      this.refused.set(outcome.code, (this.refused.get(outcome.code) ?? 0) + 1);
    else {
      const alike = this.failures.get(outcome.problem) ?? [];
      alike.push({ ...fuzzed, outcome });
      this.failures.set(outcome.problem, alike);
    }
  }

  get refusedCount(): number {
    return [...this.refused.values()].reduce((sum, count) => sum + count, 0);
  }

  get failedCount(): number {
    return [...this.failures.values()].reduce((sum, { length }) => sum + length, 0);
  }
}
