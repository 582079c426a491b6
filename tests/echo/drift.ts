import { ComponentError } from '@wit-bindgen-ts/runtime';
import { Random } from '../fuzz/wit/random.js';
import { checkCall, type CallValues } from './check-call.js';
import type { EchoSession, Host } from './driver.js';
import { dynamicDriver } from './dynamic-driver.js';
import { randomValues, randomWorld } from './echo-run.js';
import { echoComponent } from './echo-component.js';
import type { EchoFunction, EchoWorld } from './echo-world.js';
import { generatedDriver } from './generated-driver.js';
import { RandomValues } from './random-values.js';
import { differenceBetween } from './same-value.js';
import { thrownText } from './thrown-text.js';
import { WrongValues } from './wrong-values.js';

export interface DriftOptions {
  readonly seed: number;
  readonly worlds: number;
  /** How many calls each function gets with wrong arguments, and how many that the host answers with a wrong value. */
  readonly calls: number;
}

export interface DriftResult {
  readonly calls: number;
  /** How many of the calls threw an error, on the dynamic path. */
  readonly refused: number;
  readonly differences: readonly string[];
}

const valueSize = 200;

/** Calls the functions of random worlds by `Func.call` and by generated code, with values that are wrong somewhere. */
export async function findDrift({ seed, worlds, calls }: DriftOptions): Promise<DriftResult> {
  const found = { calls: 0, refused: 0, differences: [] as string[] };
  for (let number = 0; number < worlds; number++) {
    const pair = new Pair(randomWorld(seed, number));
    for (const [index, func] of pair.world.functions.entries()) {
      for (let call = 0; call < 2 * calls; call++) {
        const random = new Random(seed, number, index, call);
        const [outcome, difference] = await (call < calls ? wrongArguments : wrongAnswer)(pair, func, random);
        found.calls++;
        if (outcome.thrown !== undefined) found.refused++;
        if (difference !== undefined)
          found.differences.push(`world ${number}, ${func.name}, call ${call}: ${difference}`);
      }
    }
  }
  return found;
}

/** What became of a call: what it returned or threw, and what the host was given. */
interface Outcome {
  readonly returned?: unknown;
  readonly thrown?: string;
  readonly seen: unknown;
}

/** Two instances of one component. After a trap there are new ones. */
class Pair {
  readonly world: EchoWorld;
  readonly #component: Uint8Array<ArrayBuffer>;
  #sessions: readonly [EchoSession, EchoSession] | undefined;

  constructor(world: EchoWorld) {
    this.world = world;
    this.#component = echoComponent(world);
  }

  async sessions(): Promise<readonly [EchoSession, EchoSession]> {
    return (this.#sessions ??= [
      await dynamicDriver.open(this.world, this.#component),
      await generatedDriver.open(this.world, this.#component),
    ]);
  }

  close(): void {
    this.#sessions = undefined;
  }
}

type Compared = readonly [Outcome, string | undefined];

async function wrongArguments(pair: Pair, func: EchoFunction, random: Random): Promise<Compared> {
  const values = randomValues(func, random, valueSize);
  const args = values.args.map(({ given }) => given);
  const wrong = new WrongValues(random, new RandomValues(random, valueSize));
  for (let times = random.below(4) === 0 ? 2 : 1; times > 0 && args.length > 0; times--) {
    const index = random.below(args.length);
    const type = func.params[index]?.type;
    // One that is wrong already may have no parts.
    if (type !== undefined && args[index] === values.args[index]?.given)
      args[index] = wrong.spoiled(args[index], type);
  }
  if (args.length > 0 && random.below(20) === 0) args.pop();
  const answer = values.answer ?? { given: values.args[0]?.given, expected: undefined };
  return await compared(pair, func, args, () => answered(func, answer.given));
}

/** The guest cannot go on: the call traps. */
async function wrongAnswer(pair: Pair, func: EchoFunction, random: Random): Promise<Compared> {
  const values = randomValues(func, random, valueSize);
  const args = values.args.map(({ given }) => given);
  const wrong = new WrongValues(random, new RandomValues(random, valueSize));
  const right = values.answer?.given ?? values.args[0]?.given;
  const answer = func.result === undefined ? right : wrong.spoiled(right, func.result);
  const strange = random.below(10) === 0 ? random.pick(strangeThrows) : undefined;
  return await compared(pair, func, args, () => {
    if (strange !== undefined) throw strange();
    return answered(func, answer);
  });
}

const strangeThrows: readonly (() => unknown)[] = [
  () => new ComponentError(undefined),
  () => new ComponentError(7),
  () => new ComponentError({ tag: 'x' }),
  () => new TypeError('of the host'),
  () => 'text',
  () => undefined,
  () => ({ payload: 7 }),
  () => Object.assign(new Error('with a payload'), { payload: 'text' }),
];

/** What a host function does for a value of its result type, right or wrong: a `result` is returned or thrown. */
function answered({ result }: EchoFunction, value: unknown): unknown {
  if (result?.kind !== 'result' || typeof value !== 'object' || value === null) return value;
  const { tag, val } = value as { readonly tag?: unknown; readonly val?: unknown };
  if (tag === 'err') throw new ComponentError(val);
  return val;
}

async function compared(
  pair: Pair,
  func: EchoFunction,
  args: readonly unknown[],
  answer: () => unknown,
): Promise<Compared> {
  const sessions = await pair.sessions();
  const [dynamic, generated] = sessions.map((session) => outcomeOf(session, func, args, answer));
  if (dynamic === undefined || generated === undefined) throw new Error('there are two sessions');
  const trapped = [dynamic, generated].some(({ thrown }) => thrown?.startsWith('Trap'));
  const difference =
    differenceBetween(dynamic, generated) ?? (trapped ? undefined : unusable(sessions, func));
  if (trapped || difference !== undefined) pair.close();
  return [dynamic, difference];
}

function outcomeOf(
  session: EchoSession,
  func: EchoFunction,
  args: readonly unknown[],
  answer: () => unknown,
): Outcome {
  let seen: unknown;
  const host: Host = (...given) => {
    seen = given;
    return answer();
  };
  try {
    return { returned: session.call(func, args, host), seen };
  } catch (thrown) {
    return { thrown: thrownText(thrown), seen };
  }
}

/** What a call that was refused left behind, or keeps from being called again. */
function unusable(sessions: readonly EchoSession[], func: EchoFunction): string | undefined {
  const values: CallValues = randomValues(func, new Random(1), valueSize);
  for (const session of sessions) {
    const live = session.live().reduce((sum, count) => sum + count, 0);
    if (live > 0) return `left ${live} pieces of memory in use`;
    const problem = checkCall(session, func, values);
    if (problem !== undefined) return `then ${problem}`;
  }
  return undefined;
}
