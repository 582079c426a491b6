import type { BinaryCase } from './corpus.js';
import { runMutant } from './run-mutant.js';

/** How many times longer than what is usual something may take for its size. */
const patience = 20;
/** Something small takes no time to speak of; it may take what this many bytes do. */
const fewestBytes = 10_000;

/** How long compiling may take for a size, by what the corpus takes in the same process. */
export interface TimeBudget {
  readonly millisecondsFor: (size: number) => number;
}

/** Compiles the whole corpus as it is: once so that the engine compiles what is hot, and once measured. */
export function measureTimeBudget(corpus: readonly BinaryCase[]): TimeBudget {
  let [time, size] = [0, 0];
  for (const isMeasured of [false, true]) {
    for (const { bytes } of corpus) {
      const { milliseconds } = runMutant({ bytes, features: 'all' });
      if (isMeasured) [time, size] = [time + milliseconds, size + bytes.length];
    }
  }
  const perByte = time / size;
  return { millisecondsFor: (bytes) => perByte * patience * Math.max(bytes, fewestBytes) };
}
