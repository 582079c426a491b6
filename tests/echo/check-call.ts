import { ComponentError, type ValType } from '@wit-bindgen-ts/runtime';
import type { EchoSession, Host } from './driver.js';
import { givesBack, type EchoFunction } from './echo-world.js';
import type { Sample } from './random-values.js';
import { differenceBetween } from './same-value.js';

/** The values of one call. */
export interface CallValues {
  readonly args: readonly Sample[];
  /** What the host answers; a function that gives back what it is given answers with that. */
  readonly answer: Sample | undefined;
}

interface ResultValue {
  readonly tag: unknown;
  readonly val?: unknown;
}

/** Calls a function, and tells what is wrong with what the host saw or with what came back, if anything. */
export function checkCall(session: EchoSession, func: EchoFunction, values: CallValues): string | undefined {
  const { args, answer } = values;
  let seen: unknown[] | undefined;
  const host: Host = (...given) => {
    seen = given;
    const [first] = given;
    return answered(func.result, givesBack(func) ? first : answer?.given);
  };
  let returned: unknown;
  try {
    returned = taggedResult(func.result, () =>
      session.call(
        func,
        args.map(({ given }) => given),
        host,
      ),
    );
  } catch (thrown) {
    return `threw ${String(thrown)}`;
  }
  const expected = givesBack(func) ? args[0]?.expected : answer?.expected;
  return (
    prefixed(
      'the host saw',
      differenceBetween(
        args.map((arg) => arg.expected),
        seen,
      ),
    ) ??
    prefixed('returned', differenceBetween(expected, returned)) ??
    leftBehind(session)
  );
}

/** What a host function does for a value of its result type: a `result` is returned or thrown. */
function answered(type: ValType | undefined, value: unknown): unknown {
  if (type?.kind !== 'result') return value;
  const { tag, val } = value as ResultValue;
  if (tag === 'err') throw new ComponentError(val);
  return val;
}

/** The reverse, for who calls a function. */
function taggedResult(type: ValType | undefined, call: () => unknown): unknown {
  if (type?.kind !== 'result') return call();
  try {
    return { tag: 'ok', val: call() };
  } catch (thrown) {
    if (!(thrown instanceof ComponentError)) throw thrown;
    const val: unknown = thrown.payload;
    return { tag: 'err', val };
  }
}

function leftBehind(session: EchoSession): string | undefined {
  const live = session.live();
  return live.every((count) => count === 0) ? undefined : `pieces of memory left in use: ${live.join(', ')}`;
}

function prefixed(prefix: string, difference: string | undefined): string | undefined {
  return difference === undefined ? undefined : `${prefix} ${difference}`;
}
