import type { WitCase } from './corpus.js';
import { minimize } from './minimize.js';
import { makeMutant } from './mutations.js';
import type { Mutant } from './mutations.js';
import { tokensOf } from './mutate-tokens.js';
import type { Failed } from './outcome.js';
import { MutantRunner } from './run-mutant.js';
import type { Run } from './run-mutant.js';
import { measureTimeBudget } from './time-budget.js';
import type { TimeBudget } from './time-budget.js';

export interface FuzzOptions {
  readonly corpus: readonly WitCase[];
  readonly seed: number;
  readonly count: number;
  /** Whether a mutant also fails when it takes long for its size. */
  readonly isTimed: boolean;
}

export interface Failure extends Failed {
  readonly mutant: Mutant;
}

export interface FuzzResult {
  readonly resolved: number;
  readonly refused: number;
  readonly failures: readonly Failure[];
  readonly slowest:
    { readonly mutant: Mutant; readonly milliseconds: number; readonly size: number } | undefined;
}

/** Something else on the machine may have had its turn: only what is slow each time is slow. */
const timesToBeSlow = 3;

/** Makes and resolves mutants, and gathers those for which that went wrong, made as small as they can be. */
export async function fuzz({ corpus, seed, count, isTimed }: FuzzOptions): Promise<FuzzResult> {
  const runner = new MutantRunner();
  try {
    const budget = isTimed ? await measureTimeBudget(corpus, runner) : undefined;
    let [resolved, refused] = [0, 0];
    let slowest: FuzzResult['slowest'];
    const failures: Failure[] = [];
    for (let number = 0; number < count; number++) {
      const mutant = makeMutant(corpus, seed, number);
      const { outcome, milliseconds, size } = await runTimed(mutant, runner, budget);
      if (outcome.kind === 'resolved') resolved++;
      else if (outcome.kind === 'refused') refused++;
      else failures.push({ ...outcome, mutant: await minimizeMutant(mutant, outcome, runner) });
      if (milliseconds > (slowest?.milliseconds ?? 0)) slowest = { mutant, milliseconds, size };
    }
    return { resolved, refused, failures, slowest };
  } finally {
    runner.end();
  }
}

async function runTimed(mutant: Mutant, runner: MutantRunner, budget?: TimeBudget): Promise<Run> {
  let run = await runner.run(mutant);
  if (budget === undefined) return run;
  const limit = budget.millisecondsFor(run.size);
  for (let times = 1; run.milliseconds > limit && times < timesToBeSlow; times++)
    run = await runner.run(mutant);
  if (run.milliseconds <= limit) return run;
  const details = `${run.milliseconds.toFixed(0)} ms for ${run.size} characters; ${limit.toFixed(0)} ms are allowed`;
  return { ...run, outcome: { kind: 'failed', problem: slow, details } };
}

const slow = 'took too long';

/** The mutant with all cut out of its file that the failure does not need. Slowness is not looked for again and again. */
async function minimizeMutant(mutant: Mutant, { problem }: Failed, runner: MutantRunner): Promise<Mutant> {
  if (problem === slow) return mutant;
  const withText = (text: string): Mutant => ({ ...mutant, file: { ...mutant.file, text } });
  const failsAlike = async (text: string) => {
    const { outcome } = await runner.run(withText(text));
    return outcome.kind === 'failed' && outcome.problem === problem;
  };
  const linesLeft = await minimize(mutant.file.text, (text) => text.split(/(?<=\n)/), failsAlike);
  return withText(await minimize(linesLeft, tokensOf, failsAlike));
}
