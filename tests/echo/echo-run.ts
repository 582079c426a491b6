import { Random } from '../fuzz/wit/random.js';
import { checkCall, type CallValues } from './check-call.js';
import type { EchoDriver, EchoSession } from './driver.js';
import { echoComponent } from './echo-component.js';
import { givesBack, stringEncodings, type EchoFunction, type EchoWorld } from './echo-world.js';
import { minimize } from './minimize.js';
import { RandomTypes } from './random-types.js';
import { RandomValues } from './random-values.js';

export interface EchoOptions {
  readonly driver: EchoDriver;
  readonly seed: number;
  /** How many functions are made, each of types of its own. */
  readonly count: number;
  /** How many times each is called, with values of its own. */
  readonly calls: number;
  /** The one world that is made, rather than as many as it takes. */
  readonly only?: number | undefined;
}

export interface EchoFailure {
  /** The number of the world, and of the function in it. */
  readonly world: number;
  readonly func: EchoFunction;
  readonly encodings: EchoWorld['encodings'];
  readonly problem: string;
  /** What is passed, and what the host answers. */
  readonly values: CallValues | undefined;
}

export interface EchoResult {
  readonly worlds: number;
  readonly functions: number;
  readonly calls: number;
  /** How many functions are passed on by more than one guest. */
  readonly chained: number;
  readonly failures: readonly EchoFailure[];
  readonly slowest: { readonly milliseconds: number; readonly world: number; readonly name: string };
}

const functionsOfWorld = 10;
/** How many parts a value has, about. */
const valueSize = 2000;
/** A mistake in one place can make a great many calls fail. */
const mostFailures = 5;

/** Makes worlds of random types, and calls each of their functions with random values. */
export async function runEcho({ driver, seed, count, calls, only }: EchoOptions): Promise<EchoResult> {
  const result = { worlds: 0, functions: 0, calls: 0, chained: 0 };
  const failures: EchoFailure[] = [];
  let slowest = { milliseconds: 0, world: 0, name: '' };
  for (let number = only ?? 0; result.functions < count && failures.length < mostFailures; number++) {
    const world = randomWorld(seed, number);
    result.worlds++;
    let session = await openOrFail(driver, world);
    for (const [index, func] of world.functions.entries()) {
      result.functions++;
      if (world.encodings.length > 1) result.chained++;
      const start = performance.now();
      let failure: Omit<EchoFailure, 'world' | 'encodings'> | undefined;
      for (let call = 0; call < calls && failure === undefined; call++) {
        const values = randomValues(func, new Random(seed, number, index, call), valueSize);
        const problem = typeof session === 'string' ? session : checkCall(session, func, values);
        result.calls++;
        if (problem !== undefined) failure = { func, problem, values };
      }
      const milliseconds = performance.now() - start;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, world: number, name: func.name };
      if (failure === undefined || failures.length === mostFailures) continue;
      failures.push({
        world: number,
        ...(await minimize(driver, { ...failure, encodings: world.encodings })),
      });
      session = await openOrFail(driver, world);
    }
    if (only !== undefined) break;
  }
  return { ...result, failures, slowest };
}

/** The world of a number: it depends on that and on the seed alone. */
export function randomWorld(seed: number, number: number): EchoWorld {
  const random = new Random(seed, number);
  const types = new RandomTypes(random);
  const functions = Array.from({ length: functionsOfWorld }, (_, index) => types.func(`f${index}`));
  const guests = random.pick([1, 1, 1, 2, 2, 3]);
  return { functions, encodings: Array.from({ length: guests }, () => random.pick(stringEncodings)) };
}

export function randomValues(func: EchoFunction, random: Random, size: number): CallValues {
  const values = new RandomValues(random, size);
  const args = func.params.map(({ type }) => values.sample(type));
  const { result } = func;
  return { args, answer: result === undefined || givesBack(func) ? undefined : values.sample(result) };
}

/** A session, or why there is none. */
export async function openOrFail(driver: EchoDriver, world: EchoWorld): Promise<EchoSession | string> {
  try {
    return await driver.open(world, echoComponent(world));
  } catch (thrown) {
    return `cannot be opened: ${String(thrown)}`;
  }
}
