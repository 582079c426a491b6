import type { Measurement } from '../interleaved.js';
import { table } from '../table.js';
import type { ShapeResult } from './measure.js';
import type { Kind } from './shapes.js';

/** How many times as long as hand-written glue the dynamic path may take. */
const targets: Readonly<Record<Kind, number | undefined>> = {
  small: 10,
  record: 5,
  large: 1.3,
  instance: undefined,
};

const measuredContender = 'dynamic';

/** Each contender's median, and how many times that of the first it is. */
export function callsTable(results: readonly ShapeResult[]): string {
  const names = results[0]?.measurements.map(({ name }) => name) ?? [];
  return table(
    ['', ...names, `target of ${measuredContender}`],
    results.map((result) => [
      result.name,
      ...result.measurements.map(cellBeside(result)),
      targetCell(result),
    ]),
  );
}

/** How many targets are met, and those that are not. */
export function targetLines(results: readonly ShapeResult[]): string[] {
  const judged = results.filter(({ kind }) => targets[kind] !== undefined);
  const missed = judged.filter((result) => !isMet(result));
  return [
    `${measuredContender}: ${judged.length - missed.length} of ${judged.length} targets met`,
    ...missed.map(
      (result) => `  missed: ${result.name}, ${times(ratioOf(result))} of ${targets[result.kind] ?? 0}×`,
    ),
  ];
}

function cellBeside({ measurements }: ShapeResult): (measurement: Measurement, index: number) => string {
  const base = medianOf(measurements[0]);
  return (measurement, index) => {
    if (!('median' in measurement)) return measurement.failure;
    const time = duration(measurement.median);
    return index === 0 ? time : `${time.padStart(8)} ${times(measurement.median / base).padStart(7)}`;
  };
}

function targetCell(result: ShapeResult): string {
  const target = targets[result.kind];
  return target === undefined ? '–' : `${target}× ${isMet(result) ? 'met' : 'missed'}`;
}

function isMet(result: ShapeResult): boolean {
  return ratioOf(result) <= (targets[result.kind] ?? Infinity);
}

function ratioOf({ measurements }: ShapeResult): number {
  return medianOf(measurements.find(({ name }) => name === measuredContender)) / medianOf(measurements[0]);
}

/** NaN, which meets no target, where there is no figure. */
function medianOf(measurement: Measurement | undefined): number {
  return measurement !== undefined && 'median' in measurement ? measurement.median : NaN;
}

function duration(milliseconds: number): string {
  const nanoseconds = milliseconds * 1e6;
  if (nanoseconds < 100) return `${nanoseconds.toFixed(1)} ns`;
  if (nanoseconds < 10_000) return `${nanoseconds.toFixed(0)} ns`;
  return `${(nanoseconds / 1000).toFixed(nanoseconds < 100_000 ? 1 : 0)} µs`;
}

function times(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)}×`;
}
