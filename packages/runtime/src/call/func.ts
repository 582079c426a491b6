import type { FuncType } from '../types/item-type.js';
import { viewingResultLifter } from '../abi/values.js';
import { DeferredResult, type Deferred } from './deferred.js';
import { unwrapResult, type ResultStyle } from './function-result.js';
import { functionName } from './function-name.js';
import { Entrance } from './entrance.js';
import type { HandlePresentation } from './instance-handles.js';
import { liftedCall, type HostCall, type LiftedCall, type LiftedFunction } from './lifted-function.js';
import { methodCall } from './method-call.js';
import { pureCall } from './pure-call.js';
import { scalarCall } from './scalar-call.js';

/** Calls a function with arguments. */
interface Calls {
  call: HostCall;
  callDeferred(args: readonly unknown[]): Deferred;
}

/** A function that an instance exports. */
export class Func {
  readonly type: FuncType;
  #call: HostCall;
  #callDeferred: Calls['callDeferred'];

  /** @internal What calls the function is made when it is first called: most instances have more functions than that. */
  constructor(type: FuncType, make: () => Calls) {
    this.type = type;
    const made = (): Calls => {
      const calls = make();
      this.#call = calls.call;
      this.#callDeferred = calls.callDeferred;
      return calls;
    };
    this.#call = (...args) => made().call(...args);
    this.#callDeferred = (args) => made().callDeferred(args);
  }

  /**
   * Calls the function, and its post-return after it.
   *
   * @throws {TypeError} if an argument is not of its parameter's type; the guest was not entered then, and works on.
   * @throws {ComponentError} if the function returned the `err` case of its `result`.
   * @throws {Trap} if the guest trapped, or cannot be entered; what the host threw into the guest is the cause.
   */
  call(...args: unknown[]): unknown {
    return this.#call(...args);
  }

  /**
   * Calls the function and leaves post-return for later: lists of numbers in the result are views of the guest's memory,
   * not copies. Until `postReturn` is called, or the result disposed of, the instance cannot be entered, whether the
   * function has a post-return or not.
   *
   * @throws as `call` does; an `err` is thrown when post-return has run, and its payload has no views.
   */
  callDeferred(...args: unknown[]): Deferred {
    return this.#callDeferred(args);
  }
}

/**
 * A lifted function, as the host calls it.
 *
 * @param type - the type that it is exported with: the same, but for where resources stand in the plan of who exports it
 */
export function liftedFunc(
  lifted: LiftedFunction,
  type: FuncType,
  name: string,
  presentation: HandlePresentation,
  results: ResultStyle = 'throw',
): Func {
  return new Func(type, () => liftedCalls(lifted, functionName(name), presentation, results));
}

function liftedCalls(
  lifted: LiftedFunction,
  name: string,
  presentation: HandlePresentation,
  results: ResultStyle,
): Calls {
  const entrance = Entrance.fromHost(lifted.options.instance);
  const call = liftedCall(lifted, name, presentation, entrance);
  const unwrap = unwrapResult(lifted.type, results);
  let viewing: LiftedCall | undefined;
  const tagged: HostCall = (...args) => call(args, identity);
  const general: HostCall =
    lifted.type.result?.kind === 'result' ? (...args) => unwrap(tagged(...args)) : tagged;
  return {
    call:
      scalarCall(lifted, entrance, general) ??
      methodCall(lifted, presentation, entrance, general) ??
      pureCall(lifted, presentation, entrance, general, unwrap) ??
      general,
    callDeferred(args) {
      viewing ??= liftedCall(lifted, name, presentation, entrance, viewingResultLifter);
      return deferred(viewing, args, name, unwrap);
    },
  };
}

/** A result whose function has not returned, but where it is an `err`: there is nothing to be looked at then. */
function deferred(
  call: LiftedCall,
  args: readonly unknown[],
  name: string,
  unwrap: (result: unknown) => unknown,
): Deferred {
  let finish = (): void => undefined;
  const result = call(args, identity, (end) => {
    finish = end;
  });
  try {
    return new DeferredResult(unwrap(result), name, finish);
  } catch (error) {
    finish();
    throw error;
  }
}

function identity(result: unknown): unknown {
  return result;
}
