/**
 * `npm run fuzz:binary [-- --count N] [--seed S] [--number N] [--codes] [--only mutations|hostile]`: compiles mutations of
 * all components there are. Each must give a `Component`, or a `CompileError` with places in the bytes, in time in
 * proportion to its size; and so must hostile components.
 */
import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.js';
import type { Fuzzed } from './fuzz.js';
import { runGuarded } from './guarded-job.js';
import { hostileInputs } from './hostile/groups.js';
import { makeMutant } from './mutations.js';
import type { Growth } from './proportion.js';
import { codeLines, failureLines, growthLines, totalsLine } from './report.js';
import { Tally } from './tally.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    /** Only writes the bytes of this mutation. */
    number: { type: 'string' },
    /** Also prints how many were refused for what. */
    codes: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const [count, seed] = [Number(options.count), Number(options.seed)];

if (options.number !== undefined) {
  process.stdout.write(makeMutant(readCorpus(), seed, Number(options.number)).bytes);
} else {
  const areMutationsFine = options.only === 'hostile' || (await fuzzMutations());
  const areHostileFine = options.only === 'mutations' || (await fuzzHostile());
  if (!areMutationsFine || !areHostileFine) process.exitCode = 1;
}

async function fuzzMutations(): Promise<boolean> {
  const tally = new Tally();
  const corpus = readCorpus();
  const peakMemory = await runGuarded<Fuzzed>({
    job: { kind: 'mutations', seed, count },
    onResult: (fuzzed) => tally.add(fuzzed),
    onDeath: (number, how) => {
      const { of, features, bytes } = makeMutant(corpus, seed, number);
      const outcome = { kind: 'failed', problem: how } as const;
      tally.add({ number, of, features, size: bytes.length, milliseconds: 0, outcome, minimized: bytes });
    },
  });
  const codes = options.codes ? codeLines(tally) : [];
  console.log([...failureLines(tally, seed), ...codes, totalsLine(tally, count, peakMemory)].join('\n'));
  return tally.failedCount === 0;
}

async function fuzzHostile(): Promise<boolean> {
  const growths: Growth[] = [];
  const deaths: string[] = [];
  const peakMemory = await runGuarded<Growth>({
    job: { kind: 'hostile', count: hostileInputs.length },
    onResult: (growth) => growths.push(growth),
    onDeath: (number, how) => deaths.push(`${hostileInputs[number]?.name ?? ''}: ${how}`),
  });
  console.log(growthLines(growths, deaths, peakMemory).join('\n'));
  return (
    deaths.length === 0 &&
    growths.every(({ isInProportion, outcome }) => isInProportion && outcome.kind !== 'failed')
  );
}
