import type { FuncType } from '../types/item-type.js';
import { unwrapResult } from './function-result.js';
import { functionName } from './function-name.js';
import { Entrance } from './entrance.js';
import type { HandlePresentation } from './instance-handles.js';
import { liftedCall, type LiftedFunction } from './lifted-function.js';
import { scalarCall } from './scalar-call.js';

/** A function that an instance exports. */
export class Func {
  readonly type: FuncType;
  readonly #call: (args: readonly unknown[]) => unknown;

  /** @internal */
  constructor(type: FuncType, call: (args: readonly unknown[]) => unknown) {
    this.type = type;
    this.#call = call;
  }

  /**
   * Calls the function, and its post-return after it.
   *
   * @throws {TypeError} if an argument is not of its parameter's type; the guest was not entered then.
   * @throws {ComponentError} if the function returned the `err` case of its `result`.
   * @throws {Trap} if the guest trapped, or cannot be entered.
   */
  call(...args: unknown[]): unknown {
    return this.#call(args);
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
): Func {
  const entrance = Entrance.fromHost(lifted.options.instance);
  const call = liftedCall(lifted, functionName(name), presentation, entrance);
  const unwrap = unwrapResult(lifted.type);
  const general = (args: readonly unknown[]): unknown => unwrap(call(args, identity));
  return new Func(type, scalarCall(lifted, entrance, general) ?? general);
}

function identity(result: unknown): unknown {
  return result;
}
