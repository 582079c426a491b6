/**
 * `npm run echo [-- --count N] [--calls N] [--seed S] [--world N] [--deferred | --generated | --drift]`: makes echo guests for
 * random types, and calls them with random values on the dynamic path. What the host sees, and what comes back, must be
 * what was passed. With `--world`, only the functions of that one world are called; with `--deferred`, post-return runs
 * later; with `--generated`, the code is called that is generated for the world; with `--drift`, both are called with
 * values that are wrong somewhere, and must say the same of them.
 */
import { parseArgs } from 'node:util';
import { findDrift } from './drift.js';
import { deferredDriver, dynamicDriver } from './dynamic-driver.js';
import { generatedDriver } from './generated-driver.js';
import { runEcho } from './echo-run.js';
import { failureLines, totalsLines } from './report.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    calls: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string' },
    deferred: { type: 'boolean', default: false },
    generated: { type: 'boolean', default: false },
    drift: { type: 'boolean', default: false },
  },
});
const options = {
  driver: values.generated ? generatedDriver : values.deferred ? deferredDriver : dynamicDriver,
  count: Number(values.count),
  calls: Number(values.calls),
  seed: Number(values.seed),
  only: values.world === undefined ? undefined : Number(values.world),
};

const start = performance.now();
const seconds = (): number => (performance.now() - start) / 1000;
if (values.drift) {
  const { seed, calls } = options;
  const { differences, ...counts } = await findDrift({ seed, calls, worlds: Math.ceil(options.count / 10) });
  for (const difference of differences) console.log(difference);
  console.log(
    `${counts.calls} calls with something wrong, ${counts.refused} of them refused: ${differences.length} differences, in ${seconds().toFixed(1)} s`,
  );
  if (differences.length > 0) process.exitCode = 1;
} else {
  const result = await runEcho(options);
  for (const failure of result.failures) console.log(failureLines(failure, options).join('\n'));
  console.log(totalsLines(result, options, seconds()).join('\n'));
  if (result.failures.length > 0) process.exitCode = 1;
}
