import type { Measurement } from '../interleaved.js';
import { table } from '../table.js';
import type { ColdResult } from './cold.js';
import type { Shape } from './synthetic.js';
import type { WarmResult } from './warm.js';

const targets = { warm: 1, cold: 5, flat: 1.5 };

export function coldTable(results: readonly ColdResult[]): string {
  const rows = results.map(({ text, ours, wasmTools, bare }) => [
    text.name,
    milliseconds(ours.inside),
    milliseconds(wasmTools.inside),
    times(wasmTools.inside / ours.inside),
    milliseconds(bare.whole),
    milliseconds(ours.whole),
    milliseconds(wasmTools.whole),
    times(wasmTools.whole / ours.whole),
  ]);
  const head = [
    '',
    'ours',
    'wasm-tools',
    'ratio',
    'bare node',
    'ours, whole process',
    'wasm-tools, whole',
    'ratio',
  ];
  return table(head, rows);
}

export function warmTable(results: readonly WarmResult[]): string {
  const rows = results.map(({ text, ours, wasmTools }) => [
    text.name,
    cell(ours),
    cell(wasmTools),
    times(medianOf(wasmTools) / medianOf(ours)),
  ]);
  return table(['', 'ours', 'wasm-tools', 'ratio'], rows);
}

/** What one declaration costs at each size, and how far that is from a constant. */
export function flatnessTable(results: readonly WarmResult[]): string {
  const rows = shapesOf(results).flatMap(({ shape, results: ofShape }) =>
    (['ours', 'wasmTools'] as const).map((contender) => {
      const costs = costsOf(ofShape, contender);
      const name = `${contender === 'ours' ? 'ours' : 'wasm-tools'}, ${shape}`;
      return [name, ...costs.map((cost) => `${Math.round(cost)} ns`), times(spread(costs))];
    }),
  );
  const sizes =
    shapesOf(results)[0]?.results.map((result) => declarationsOf(result).toLocaleString('en')) ?? [];
  return table(['', ...sizes, 'max ÷ min'], rows);
}

/** Each target with whether it is met, and by what it is missed. */
export function targetLines(cold: readonly ColdResult[], warm: readonly WarmResult[]): string[] {
  const warmRatios = warm.map(({ text, ours, wasmTools }) => ({
    name: text.name,
    value: medianOf(wasmTools) / medianOf(ours),
  }));
  const coldRatios = cold.map(({ text, ours, wasmTools }) => ({
    name: text.name,
    value: wasmTools.inside / ours.inside,
  }));
  const spreads = shapesOf(warm).map(({ shape, results }) => ({
    name: shape,
    value: spread(costsOf(results, 'ours')),
  }));
  return [
    targetLine(`warm at least ${targets.warm} times as fast`, warmRatios, (value) => value >= targets.warm),
    targetLine(`cold at least ${targets.cold} times as fast`, coldRatios, (value) => value >= targets.cold),
    targetLine(
      `cost of a declaration flat within ${targets.flat} times`,
      spreads,
      (value) => value <= targets.flat,
    ),
  ];
}

interface Named {
  readonly name: string;
  readonly value: number;
}

function targetLine(target: string, figures: readonly Named[], isMet: (value: number) => boolean): string {
  if (figures.length === 0) return `${target}: not measured`;
  const missed = figures
    .filter(({ value }) => !isMet(value))
    .map(({ name, value }) => `${times(value)} for ${name}`);
  return missed.length === 0 ? `${target}: met` : [`${target}: missed`, ...missed].join('\n  ');
}

interface ShapeResults {
  readonly shape: Shape;
  readonly results: readonly WarmResult[];
}

/** The results of synthetic packages, by their shape. */
function shapesOf(results: readonly WarmResult[]): ShapeResults[] {
  const shapeOf = ({ text }: WarmResult) => text.synthetic?.shape;
  const shapes = new Set(results.map(shapeOf).filter((shape) => shape !== undefined));
  return [...shapes].map((shape) => ({
    shape,
    results: results.filter((result) => shapeOf(result) === shape),
  }));
}

/** Nanoseconds of each declaration, at each size. */
function costsOf(results: readonly WarmResult[], contender: 'ours' | 'wasmTools'): number[] {
  return results.map((result) => (medianOf(result[contender]) * 1e6) / declarationsOf(result));
}

function declarationsOf({ text }: WarmResult): number {
  return text.synthetic?.declarations ?? NaN;
}

function spread(costs: readonly number[]): number {
  return Math.max(...costs) / Math.min(...costs);
}

/** NaN, which meets no target, where the contender failed. */
function medianOf(measurement: Measurement): number {
  return 'median' in measurement ? measurement.median : NaN;
}

function cell(measurement: Measurement): string {
  return 'median' in measurement ? milliseconds(measurement.median) : `failed: ${measurement.failure}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

function times(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(2)}×`;
}
