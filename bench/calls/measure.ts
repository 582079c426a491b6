import { isDeepStrictEqual } from 'node:util';
import { measureInterleaved } from '../interleaved.js';
import type { Contender, Measurement } from '../interleaved.js';
import type { Contender as CallsContender } from './calls.js';
import type * as loopModule from './loop.js';
import type * as shapesModule from './shapes.js';
import type { Kind, Shape } from './shapes.js';

export interface ShapeResult {
  readonly name: string;
  readonly kind: Kind;
  /** Milliseconds for one call, of each contender in turn. */
  readonly measurements: readonly Measurement[];
}

export interface Effort {
  readonly rounds: number;
  /** How long each round of a contender is to take, in milliseconds: less than the machine gives it at a stretch. */
  readonly round: number;
  /** How long each contender calls a shape before anything is counted, in milliseconds. */
  readonly warmUp: number;
}

export const fullEffort: Effort = { rounds: 101, round: 0.5, warmUp: 60 };
export const quickEffort: Effort = { rounds: 21, round: 0.3, warmUp: 20 };

type Loop = (call: () => unknown, times: number) => unknown;

/** One contender with one shape. */
interface Lane {
  readonly contender: string;
  readonly shape: Shape;
  readonly loop: Loop;
  /** What calling takes, in milliseconds, once engines have compiled it; `undefined` where it gives a wrong answer. */
  readonly expected: number | undefined;
}

/**
 * Measures the shapes whose name has the words. All are called in any case, so that what a runtime shares between them
 * has met all of them, as in a program that has more than one function.
 */
export async function measureShapes(
  contenders: readonly CallsContender[],
  words: string,
  effort: Effort,
): Promise<ShapeResult[]> {
  const lanes = new Map<string, Lane[]>();
  for (const contender of contenders) {
    const { shapesOf } = await freshly<typeof shapesModule>('shapes', contender.name);
    for (const shape of shapesOf(contender)) {
      const lane = await warmLane(contender.name, shape, effort);
      lanes.set(shape.name, [...(lanes.get(shape.name) ?? []), lane]);
    }
  }
  const results: ShapeResult[] = [];
  for (const [name, ofShape] of lanes) {
    if (name.includes(words)) results.push(await measureShape(name, ofShape, effort));
  }
  return results;
}

async function warmLane(contender: string, shape: Shape, { warmUp }: Effort): Promise<Lane> {
  const { loop } = await freshly<typeof loopModule>('loop', `${contender}, ${shape.name}`);
  return { contender, shape, loop, expected: isRight(shape) ? await warm(loop, shape, warmUp) : undefined };
}

function isRight({ call, expected }: Shape): boolean {
  return isDeepStrictEqual(call(), expected);
}

/** Calls for some time, in pieces between which promises get their turn, and tells what one call took in the last. */
async function warm(loop: Loop, { call }: Shape, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let times = 1;
  for (;;) {
    const start = performance.now();
    loop(call, times);
    const now = performance.now();
    await Promise.resolve();
    if (now > end) return (now - start) / times;
    if (now - start < milliseconds / 20) times *= 2;
  }
}

async function measureShape(name: string, lanes: readonly Lane[], effort: Effort): Promise<ShapeResult> {
  const [first] = lanes;
  if (first === undefined) throw new Error(`no contender has the shape ${name}`);
  const batches = lanes.map(({ expected }) =>
    Math.max(1, Math.round(effort.round / (expected ?? effort.round))),
  );
  const measurements = await measureInterleaved(
    lanes.map((lane, index) => contenderOf(lane, batches[index] ?? 1)),
    { warmUps: 3, rounds: effort.rounds, milliseconds: 60_000 },
  );
  const perCall = measurements.map((measurement, index) => {
    if (!('median' in measurement)) return measurement;
    return { ...measurement, median: measurement.median / (batches[index] ?? 1) / first.shape.calls };
  });
  return { name, kind: first.shape.kind, measurements: perCall };
}

function contenderOf({ contender, shape, loop, expected }: Lane, times: number): Contender {
  const run = () => {
    if (expected === undefined) throw new Error('wrong answer');
    loop(shape.call, times);
  };
  return { name: contender, run };
}

/** A module of this folder, loaded once more: with functions of its own that have met nothing. */
async function freshly<Module>(name: string, use: string): Promise<Module> {
  const url = new URL(`./${name}.ts`, import.meta.url);
  url.searchParams.set('for', use);
  return (await import(url.href)) as Module;
}
