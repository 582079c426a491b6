import type { Measurement } from '../interleaved.js';
import { table } from '../table.js';
import type { ColdResult } from './cold.js';

/** Ours to jco's time, at most. */
const target = 1;

export function coldTable(results: readonly ColdResult[]): string {
  const rows = results.map(({ world, bare, ours, jco }) => {
    const ratio = medianOf(ours) / medianOf(jco);
    return [world, cell(bare), cell(ours), cell(jco), times(ratio), `≤ ${times(target)}`, verdict(ratio)];
  });
  return table(['', 'bare node', 'generate', 'jco types', 'ours ÷ jco', 'target', ''], rows);
}

/** A line for each contender that could not do its work. */
export function failureLines(results: readonly ColdResult[]): string[] {
  return results.flatMap(({ world, ours, jco }) =>
    [ours, jco].flatMap((found) =>
      'failure' in found ? [`${world}: ${found.name} failed: ${found.failure}`] : [],
    ),
  );
}

function verdict(ratio: number): string {
  return ratio <= target ? 'met' : 'missed';
}

/** NaN, which meets no target, where the contender failed. */
function medianOf(measurement: Measurement): number {
  return 'median' in measurement ? measurement.median : NaN;
}

function cell(measurement: Measurement): string {
  return 'median' in measurement ? `${measurement.median.toFixed(0)} ms` : 'failed';
}

function times(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(2)}×`;
}
