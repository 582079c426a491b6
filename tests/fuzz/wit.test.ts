import { describe, expect, it } from '@jest/globals';
import { readCorpus } from './wit/corpus.js';
import { fuzz } from './wit/fuzz.js';

/** `npm run fuzz:wit` makes more of them, and looks at the time that each takes. */
const count = 1500;

describe('mutations of WIT', () => {
  it('each give a Resolve that can be printed, or diagnostics with a place', async () => {
    const { resolved, refused, failures } = await fuzz({
      corpus: readCorpus(),
      seed: 1,
      count,
      isTimed: false,
    });
    expect(
      failures.map(({ problem, mutant }) => ({ problem, number: mutant.number, text: mutant.file.text })),
    ).toEqual([]);
    expect(resolved + refused).toBe(count);
    expect(resolved).toBeGreaterThan(count / 20);
  }, 120_000);
});
