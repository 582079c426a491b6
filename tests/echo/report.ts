import { inspect } from 'node:util';
import type { EchoFailure, EchoOptions, EchoResult } from './echo-run.js';
import { witText } from './wit-text.js';

const shownLength = 2000;

/** A failure with the least that it takes, and how to have it again. */
export function failureLines(
  { world, func, encodings, problem, values }: EchoFailure,
  { seed }: EchoOptions,
): string[] {
  const shown = (value: unknown): string =>
    inspect(value, { depth: 12, breakLength: 110, maxStringLength: 200 }).slice(0, shownLength);
  return [
    `FAILED ${problem}`,
    `  npm run echo -- --seed ${seed} --world ${world}`,
    `  string encodings: ${encodings.join(', then ')}`,
    ...witText({ functions: [func], encodings })
      .trimEnd()
      .split('\n')
      .map((line) => `  | ${line.slice(0, shownLength)}`),
    `  arguments: ${shown(values?.args.map(({ given }) => given))}`,
    ...(values?.answer === undefined ? [] : [`  answer: ${shown(values.answer.given)}`]),
    '',
  ];
}

export function totalsLines(result: EchoResult, { driver, seed }: EchoOptions, seconds: number): string[] {
  const { worlds, functions, calls, chained, failures, slowest } = result;
  return [
    `${functions} functions of random types in ${worlds} components, called ${calls} times by ${driver.name}: ` +
      (failures.length === 0 ? 'all values came back equal' : `${failures.length} failed`),
    `${chained} of the functions went through two or three guests`,
    `seed ${seed}, ${seconds.toFixed(1)} s; slowest: ${slowest.name} of world ${slowest.world}, ` +
      `${slowest.milliseconds.toFixed(0)} ms`,
  ];
}
