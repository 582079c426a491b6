/**
 * `npm run fuzz:wit [-- --count N] [--seed S] [--number N] [--compare]`: resolves mutations of all WIT there is. Each
 * must give a `Resolve` or diagnostics with a place, in time in proportion to its size; and so must all hostile WIT.
 * With `--compare`, wasm-tools must resolve and refuse the same.
 */
import { parseArgs } from 'node:util';
import { compare } from './compare.js';
import { readCorpus } from './corpus.js';
import { fuzz } from './fuzz.js';
import { makeMutant } from './mutations.js';
import { measureGrowth } from './proportion.js';
import { comparisonLines, failureLines, growthLines, totalsLine } from './report.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    /** Only prints this mutation. */
    number: { type: 'string' },
    compare: { type: 'boolean', default: false },
  },
});
const [count, seed] = [Number(options.count), Number(options.seed)];
const corpus = readCorpus();

if (options.number !== undefined) {
  process.stdout.write(makeMutant(corpus, seed, Number(options.number)).file.text);
} else if (options.compare) {
  const comparison = await compare({ corpus, seed, count });
  console.log(comparisonLines(comparison, seed).join('\n'));
  if (comparison.disagreements.length > 0) process.exitCode = 1;
} else {
  const result = await fuzz({ corpus, seed, count, isTimed: true });
  for (const failure of result.failures) console.log(failureLines(failure, seed).join('\n'));
  const growths = measureGrowth();
  console.log([...growthLines(growths), totalsLine(result, count)].join('\n'));
  if (result.failures.length > 0 || growths.some((growth) => !growth.isInProportion)) process.exitCode = 1;
}
