import type { BinaryCase } from './corpus.js';
import { makeMutant } from './mutations.js';
import type { Mutant } from './mutations.js';
import { minimize } from './minimize.js';
import type { Failed, Outcome } from './outcome.js';
import { runMutant } from './run-mutant.js';
import type { Run } from './run-mutant.js';
import { measureTimeBudget } from './time-budget.js';
import type { TimeBudget } from './time-budget.js';

export interface FuzzOptions {
  readonly corpus: readonly BinaryCase[];
  readonly seed: number;
  /** The numbers of the mutations to make: the first one, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Whether a mutant also fails when it takes long for its size. */
  readonly isTimed: boolean;
}

/** What became of a mutant; one that failed has the bytes, cut down to what the failure needs. */
export interface Fuzzed {
  readonly number: number;
  readonly of: string;
  readonly features: Mutant['features'];
  readonly size: number;
  readonly milliseconds: number;
  readonly outcome: Outcome;
  readonly minimized?: Uint8Array<ArrayBuffer>;
}

/** Something else on the machine may have had its turn: only what is slow each time is slow. */
const timesToBeSlow = 3;

/** Of failures that are alike, a few are worth being made small. */
const fewEnough = 2;

/** Makes and compiles mutants. */
export function* fuzz({ corpus, seed, from, to, isTimed }: FuzzOptions): Generator<Fuzzed> {
  const budget = isTimed ? measureTimeBudget(corpus) : undefined;
  const alike = new Map<string, number>();
  for (let number = from; number < to; number++) {
    const mutant = makeMutant(corpus, seed, number);
    const { outcome, milliseconds } = runTimed(mutant, budget);
    const { of, features, bytes } = mutant;
    const fuzzed = { number, of, features, size: bytes.length, milliseconds, outcome };
    if (outcome.kind !== 'failed') {
      yield fuzzed;
      continue;
    }
    const times = (alike.get(outcome.problem) ?? 0) + 1;
    alike.set(outcome.problem, times);
    yield { ...fuzzed, minimized: times > fewEnough ? bytes : minimizeMutant(mutant, outcome) };
  }
}

function runTimed(mutant: Mutant, budget?: TimeBudget): Run {
  let run = runMutant(mutant);
  if (budget === undefined) return run;
  const size = mutant.bytes.length;
  const limit = budget.millisecondsFor(size);
  for (let times = 1; run.milliseconds > limit && times < timesToBeSlow; times++) run = runMutant(mutant);
  if (run.milliseconds <= limit) return run;
  const details = `${run.milliseconds.toFixed(0)} ms for ${size} bytes; ${limit.toFixed(0)} ms are allowed`;
  return { ...run, outcome: { kind: 'failed', problem: slow, details } };
}

const slow = 'took too long';

/** Slowness is not looked for again and again. */
function minimizeMutant({ bytes, features }: Mutant, { problem }: Failed): Uint8Array<ArrayBuffer> {
  if (problem === slow) return bytes;
  return minimize(bytes, (smaller) => {
    const { outcome } = runMutant({ bytes: smaller, features });
    return outcome.kind === 'failed' && outcome.problem === problem;
  });
}
