import { ComponentError } from '../errors/component-error.js';
import type { FuncType } from '../types/item-type.js';
import type { ErrStyle, HostFunction } from './host-items.js';
import type { ResultType } from '../types/val-type.js';

/** A `result` as it is between functions: everywhere else than as the result of one, JavaScript sees it like this. */
export interface TaggedResult {
  readonly tag: 'ok' | 'err';
  readonly val?: unknown;
}

/** Whether the `err` of a guest's function is thrown, or all of its `result` returned as a value. */
export type ResultStyle = 'throw' | 'value';

/** How what a function lifts becomes what JavaScript sees. */
export function unwrapResult(type: FuncType, style: ResultStyle = 'throw'): (lifted: unknown) => unknown {
  if (type.result?.kind !== 'result' || style === 'value') return (lifted) => lifted;
  return (lifted) => {
    const { tag, val } = lifted as TaggedResult;
    if (tag === 'err') throw new ComponentError(val);
    return val;
  };
}

/** How a host function is called, so that what it throws as `err` comes back as a result. */
export function wrapResult(type: FuncType, func: HostFunction, style: ErrStyle = 'thrown'): HostFunction {
  const { result } = type;
  if (result?.kind !== 'result' || style === 'returned') return func;
  return (...args) => attempt(() => func(...args), result, style);
}

/** What a call of the host gives or throws, as a result. Throws again what is no `err`. */
export function attempt(call: () => unknown, type: ResultType, style: ErrStyle): TaggedResult {
  try {
    return tagged('ok', call(), type.ok);
  } catch (thrown) {
    return tagged('err', errPayload(thrown, type, style), type.err);
  }
}

function tagged(tag: TaggedResult['tag'], val: unknown, payload: ResultType['ok']): TaggedResult {
  return payload === undefined ? { tag } : { tag, val };
}

/**
 * What a host function means by throwing: the payload that the thrown object carries, or the thrown value if it is no
 * error. Other errors are mistakes, and go on to whoever called the guest; where `err` is a string it takes their message.
 */
function errPayload(thrown: unknown, result: ResultType, style: ErrStyle): unknown {
  if (thrown instanceof ComponentError) return thrown.payload;
  if (style !== 'thrown') throw thrown;
  if (
    typeof thrown === 'object' &&
    thrown !== null &&
    Object.hasOwn(thrown, 'payload') &&
    'payload' in thrown
  ) {
    return thrown.payload;
  }
  if (!isError(thrown)) return thrown;
  if (result.err?.kind === 'string' && !(thrown instanceof WebAssembly.RuntimeError)) return thrown.message;
  throw thrown;
}

/** Errors of other realms are errors, too. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
