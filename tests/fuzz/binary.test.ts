import { describe, expect, it } from '@jest/globals';
import { readCorpus } from './binary/corpus.js';
import { fuzz } from './binary/fuzz.js';
import { hostileInputs } from './binary/hostile/groups.js';
import { outcomes } from './binary/hostile/outcomes.js';
import { runMutant } from './binary/run-mutant.js';
import { Tally } from './binary/tally.js';

/** `npm run fuzz:binary` makes more of them, and looks at the time that each takes. */
const count = 2000;

describe('mutations of components', () => {
  it('each give a Component, or problems with a place', () => {
    const tally = new Tally();
    const corpus = readCorpus();
    for (const fuzzed of fuzz({ corpus, seed: 1, from: 0, to: count, isTimed: false })) tally.add(fuzzed);
    const failures = [...tally.failures.values()].flat();
    expect(
      failures.map(({ number, of, outcome, minimized = new Uint8Array() }) => ({
        number,
        of,
        outcome,
        bytes: Buffer.from(minimized).toString('hex'),
      })),
    ).toEqual([]);
    expect(tally.compiled + tally.refusedCount).toBe(count);
    expect(tally.compiled).toBeGreaterThan(count / 20);
    expect(tally.refused.size).toBeGreaterThan(20);
  }, 120_000);
});

describe('hostile components', () => {
  it.each(hostileInputs)(
    '$name',
    ({ name, count, bytes }) => {
      const { outcome } = runMutant({ bytes: bytes(count), features: 'all' });
      const found = outcome.kind === 'refused' ? `${outcome.code} at ${outcome.where}` : outcome.kind;
      expect({ found, details: outcome.kind === 'failed' ? outcome : undefined }).toEqual({
        found: outcomes[name],
        details: undefined,
      });
    },
    60_000,
  );

  it('are all of those that outcomes are told of', () => {
    expect(hostileInputs.map(({ name }) => name)).toEqual(Object.keys(outcomes));
  });
});
