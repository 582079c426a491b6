import type { Measurement } from '../interleaved.js';
import { table } from '../table.js';
import type { ColdResult, ColdTimes } from './cold.js';
import type { LargeColdResult, LargeResult } from './large.js';
import type { WarmResult } from './warm.js';

export interface LoadResult {
  readonly large: LargeResult;
  readonly largeCold: LargeColdResult;
  readonly cold: ColdResult;
  readonly warm: WarmResult;
}

const targets = { overEngine: 15, large: 20, cold: 20 };

export function largeTable({ engine, engineAtOnce, ours, jco }: LargeResult, cold: LargeColdResult): string {
  const base = medianOf(ours);
  const rows: [string, Measurement][] = [
    ['WebAssembly.compile of its core modules, one by one', engine],
    ['WebAssembly.compile of its core modules, at once', engineAtOnce],
    ['Component.compile', ours],
    ["jco's transpile", jco],
  ];
  return table(
    ['', 'median', 'to ours'],
    [
      ...rows.map(([name, measurement]) => [name, cell(measurement), times(medianOf(measurement) / base)]),
      ['Component.compile, in a fresh process', milliseconds(cold.ours), times(1)],
      ["jco's transpile, in a fresh process", milliseconds(cold.jco), times(cold.jco / cold.ours)],
    ],
  );
}

export function coldTable({ ours, jco, bare }: ColdResult): string {
  const row = (name: string, found: ColdTimes) => {
    const base = spans(ours);
    return [
      name,
      ...spans(found).flatMap((time, column) => [milliseconds(time), times(time / (base[column] ?? NaN))]),
    ];
  };
  return table(
    ['', 'package imported', 'to ours', 'its import too', 'to ours', 'whole process', 'to ours'],
    [
      row('nothing', bare),
      row('compile, instantiate, call', ours),
      row('jco: transpile, import, instantiate, call', jco),
    ],
  );
}

/** With the package imported already, from before its import, and all that the process takes. */
function spans({ importing, loading, whole }: ColdTimes): number[] {
  return [loading, importing + loading, whole];
}

export function warmTable({ engine, ours, oursSync, jco }: WarmResult): string {
  const base = medianOf(ours);
  const rows: [string, Measurement][] = [
    ['new WebAssembly.Instance', engine],
    ['InstancePre.instantiate', ours],
    ['InstancePre.instantiateSync', oursSync],
    ["jco's instantiate", jco],
  ];
  return table(
    ['', 'median', 'to ours'],
    rows.map(([name, measurement]) => [name, microseconds(measurement), times(medianOf(measurement) / base)]),
  );
}

/** Each target with whether it is met, and the figure. */
export function targetLines({ large, largeCold, cold }: LoadResult): string[] {
  const over = medianOf(large.ours) - medianOf(large.engine);
  const ratio = medianOf(large.jco) / medianOf(large.ours);
  const coldLarge = largeCold.jco / largeCold.ours;
  const coldRatio = cold.jco.loading / cold.ours.loading;
  const withImport = (cold.jco.importing + cold.jco.loading) / (cold.ours.importing + cold.ours.loading);
  return [
    targetLine(
      `large: within ${targets.overEngine} ms of its core modules`,
      `${over.toFixed(1)} ms over`,
      over <= targets.overEngine,
    ),
    targetLine(
      `large, fresh process: at least ${targets.large} times as fast as jco`,
      times(coldLarge),
      coldLarge >= targets.large,
    ),
    targetLine(
      `large, warm: at least ${targets.large} times as fast as jco`,
      times(ratio),
      ratio >= targets.large,
    ),
    targetLine(
      `tiny, cold: at least ${targets.cold} times as fast as jco, once both packages are imported`,
      times(coldRatio),
      coldRatio >= targets.cold,
    ),
    targetLine(
      `tiny, cold: at least ${targets.cold} times as fast as jco, with the import of the packages`,
      times(withImport),
      withImport >= targets.cold,
    ),
  ];
}

function targetLine(target: string, figure: string, isMet: boolean): string {
  return `${target}: ${isMet ? 'met' : 'missed'}, ${figure}`;
}

/** NaN, which meets no target, where the contender failed. */
function medianOf(measurement: Measurement): number {
  return 'median' in measurement ? measurement.median : NaN;
}

function cell(measurement: Measurement): string {
  return 'median' in measurement ? milliseconds(measurement.median) : `failed: ${measurement.failure}`;
}

function microseconds(measurement: Measurement): string {
  return 'median' in measurement
    ? `${(measurement.median * 1000).toFixed(1)} µs`
    : `failed: ${measurement.failure}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

function times(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(2)}×`;
}
