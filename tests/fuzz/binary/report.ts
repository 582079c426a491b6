import type { Growth } from './proportion.js';
import type { Failure, Tally } from './tally.js';

/** Of failures that are alike, so many are shown. */
const mostShown = 2;
const mostBytes = 2000;

export function failureLines(tally: Tally, seed: number): string[] {
  return [...tally.failures].flatMap(([problem, failures]) => [
    `${failures.length} × ${problem}`,
    ...failures.slice(0, mostShown).flatMap((failure) => oneFailure(failure, seed)),
    '',
  ]);
}

function oneFailure({ number, of, features, outcome, minimized }: Failure, seed: number): string[] {
  const isShort = minimized !== undefined && minimized.length <= mostBytes;
  return [
    `  seed ${seed}, number ${number}: ${of}, features ${features ?? 'by default'}`,
    ...(isShort ? [`  ${Buffer.from(minimized).toString('hex')}`] : []),
    ...(outcome.details === undefined
      ? []
      : outcome.details
          .split('\n')
          .slice(0, 8)
          .map((line) => `  ${line}`)),
  ];
}

/** How many were refused for what. */
export function codeLines({ refused }: Tally): string[] {
  return [...refused]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${String(count).padStart(7)} ${code}`);
}

export function totalsLine(tally: Tally, count: number, peakMemory: number): string {
  const { compiled, refused, refusedCount, failedCount, slowest } = tally;
  const totals = `${count} mutations: ${compiled} compiled, ${refusedCount} refused for ${refused.size} kinds of reasons, ${failedCount} failed`;
  const memory = `at most ${(peakMemory / 1e6).toFixed(0)} MB`;
  if (slowest === undefined) return `${totals}; ${memory}`;
  const { milliseconds, number, size } = slowest;
  return `${totals}; slowest ${milliseconds.toFixed(1)} ms (number ${number}, ${size} bytes); ${memory}`;
}

/** A line for each kind that takes longer than it should, or ends otherwise, and one for all. */
export function growthLines(
  growths: readonly Growth[],
  deaths: readonly string[],
  peakMemory: number,
): string[] {
  const slow = growths.filter(({ isInProportion }) => !isInProportion);
  const wrong = growths.filter(({ outcome }) => outcome.kind === 'failed');
  const [slowest] = growths.toSorted((a, b) => b.large - a.large);
  const failed = slow.length + wrong.length + deaths.length;
  const kinds = growths.length + deaths.length;
  return [
    ...slow.map(
      ({ name, small, large, size }) =>
        `out of proportion: ${name}: ${small.toFixed(1)} ms, and ${large.toFixed(1)} ms for 8 times as much (${size} bytes)`,
    ),
    ...wrong.map(({ name, outcome }) => `${name}: ${outcome.kind === 'failed' ? outcome.problem : ''}`),
    ...deaths,
    `${kinds} kinds of hostile components: ${failed} failed; slowest ${slowest?.large.toFixed(0) ?? 0} ms (${slowest?.name ?? ''}); at most ${(peakMemory / 1e6).toFixed(0)} MB`,
  ];
}
