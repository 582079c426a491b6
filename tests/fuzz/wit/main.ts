/**
 * `npm run fuzz:wit [-- --count N] [--seed S] [--number N] [--compare]`: resolves mutations of all WIT there is. Each
 * must give a `Resolve` or diagnostics with a place, in time in proportion to its size.
 */
import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.js';
import { fuzz } from './fuzz.js';
import type { Failure } from './fuzz.js';
import { makeMutant } from './mutations.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    /** Only prints this mutation. */
    number: { type: 'string' },
  },
});
const [count, seed] = [Number(options.count), Number(options.seed)];
const corpus = readCorpus();

if (options.number === undefined) await runFuzzer();
else process.stdout.write(makeMutant(corpus, seed, Number(options.number)).file.text);

async function runFuzzer(): Promise<void> {
  const { resolved, refused, failures, slowest } = await fuzz({ corpus, seed, count, isTimed: true });
  for (const failure of failures) printFailure(failure);
  const slowestText =
    slowest &&
    `; slowest ${slowest.milliseconds.toFixed(1)} ms (number ${slowest.mutant.number}, ${slowest.size} characters)`;
  console.log(
    `${count} mutations: ${resolved} resolved, ${refused} refused, ${failures.length} failed${slowestText ?? ''}`,
  );
  if (failures.length > 0) process.exitCode = 1;
}

function printFailure({ mutant, problem, details }: Failure): void {
  console.log(`seed ${seed}, number ${mutant.number}: ${mutant.of.name}, ${mutant.file.path}: ${problem}`);
  if (details !== undefined) console.log(details);
  console.log(`${mutant.file.text}\n`);
}
