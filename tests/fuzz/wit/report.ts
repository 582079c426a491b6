import type { Comparison, OurVerdict } from './compare.js';
import type { Failure, FuzzResult } from './fuzz.js';
import type { Growth } from './proportion.js';
import type { Verdict } from './wasm-tools.js';

export function failureLines({ mutant, problem, details }: Failure, seed: number): string[] {
  const { number, of, file, features } = mutant;
  return [
    `seed ${seed}, number ${number}: ${of.name}, ${file.path}, features ${features ?? 'none'}: ${problem}`,
    file.text,
    ...(details === undefined ? [] : [`-- ${details}`]),
    '',
  ];
}

export function totalsLine({ resolved, refused, failures, slowest }: FuzzResult, count: number): string {
  const totals = `${count} mutations: ${resolved} resolved, ${refused} refused, ${failures.length} failed`;
  if (slowest === undefined) return totals;
  const { milliseconds, mutant, size } = slowest;
  return `${totals}; slowest ${milliseconds.toFixed(1)} ms (number ${mutant.number}, ${size} characters)`;
}

/** A line for each kind that takes longer than it should, and one for all. */
export function growthLines(growths: readonly Growth[]): string[] {
  const slow = growths.filter(({ isInProportion }) => !isInProportion);
  return [
    ...slow.map(
      ({ name, small, large }) =>
        `out of proportion: ${name}: ${small.toFixed(1)} ms, and ${large.toFixed(1)} ms for 16 times as much`,
    ),
    `${growths.length} kinds of hostile WIT: ${growths.length - slow.length} in proportion, ${slow.length} failed`,
  ];
}

export function comparisonLines(
  { resolved, refused, panicked, known, disagreements }: Comparison,
  seed: number,
): string[] {
  const compared = `${resolved} resolved and ${refused} refused by both`;
  const others = `${known} known differences, wasm-tools panicked at ${panicked}`;
  return [
    ...disagreements.flatMap(({ number, text, ours, theirs }) => [
      `seed ${seed}, number ${number}: ours ${verdictText(ours)}, wasm-tools ${verdictText(theirs)}`,
      text,
      '',
    ]),
    `${compared}, ${others}, ${disagreements.length} kinds of disagreements`,
  ];
}

function verdictText(verdict: OurVerdict | Verdict): string {
  return 'message' in verdict ? `refused (${verdict.message ?? ''})` : verdict.kind;
}
