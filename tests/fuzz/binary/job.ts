import { fuzz } from './fuzz.js';
import type { Fuzzed } from './fuzz.js';
import { readCorpus } from './corpus.js';
import { hostileInputs } from './hostile/groups.js';
import { measureGrowth } from './proportion.js';
import type { Growth } from './proportion.js';

/** Work that a process of its own does, from one number on. */
export type Job =
  | { readonly kind: 'mutations'; readonly seed: number; readonly count: number }
  | { readonly kind: 'hostile'; readonly count: number };

/** What comes of each number, in their order. */
export function* resultsOf(job: Job, from: number): Generator<Fuzzed | Growth> {
  if (job.kind === 'mutations') {
    yield* fuzz({ corpus: readCorpus(), seed: job.seed, from, to: job.count, isTimed: true });
  } else {
    for (const hostile of hostileInputs.slice(from)) yield measureGrowth(hostile);
  }
}
