import type { WitCase } from './corpus.js';
import type { MutantRunner } from './run-mutant.js';

/** How many times longer than what is usual something may take for its size. */
const patience = 20;

/** How long resolving may take for a size, by what the corpus takes in the same process. */
export interface TimeBudget {
  readonly millisecondsFor: (size: number) => number;
}

/** Resolves the whole corpus as it is: once so that the engine compiles what is hot, and once measured. */
export async function measureTimeBudget(
  corpus: readonly WitCase[],
  runner: MutantRunner,
): Promise<TimeBudget> {
  let [time, size] = [0, 0];
  for (const isMeasured of [false, true]) {
    for (const of of corpus) {
      const [file] = of.files;
      if (file === undefined) continue;
      const text = Buffer.from(file.text).toString('latin1');
      const mutant = { number: 0, of, file: { ...file, text }, encoding: 'latin1', features: 'all' } as const;
      const run = await runner.run(mutant);
      if (isMeasured) [time, size] = [time + run.milliseconds, size + run.size];
    }
  }
  const perCase = time / corpus.length;
  return { millisecondsFor: (size_) => patience * (perCase + (time / size) * size_) };
}
