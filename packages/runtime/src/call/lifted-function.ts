import type { CoreValue } from '../abi/context.js';
import { functionPlanOf } from '../abi/plan/function-plan.js';
import { paramsLowerer, resultLifter } from '../abi/values.js';
import type { FuncType } from '../types/item-type.js';
import { BorrowScope } from './borrow-scope.js';
import { CallContext, type CoreFunction, type RuntimeOptions } from './call-context.js';
import { callCore } from './core-call.js';
import { checkUnbroken, type Entrance } from './entrance.js';
import { Trap } from '../errors/trap.js';
import { asTrap } from '../errors/core-trap.js';
import type { HandlePresentation } from './instance-handles.js';

/** A core function that is lifted: a component function of one instance. */
export interface LiftedFunction {
  readonly type: FuncType;
  readonly core: CoreFunction;
  readonly options: RuntimeOptions;
}

/** A component function as the host calls it. */
export type HostCall = (...args: unknown[]) => unknown;

/**
 * Calls a lifted function.
 *
 * @param use - what is done with the result before post-return runs; a `result` is still tagged
 * @param hold - given what ends the call, if that is to be done later
 */
export type LiftedCall = <T>(
  args: readonly unknown[],
  use: (result: unknown) => T,
  hold?: (finish: () => void) => void,
) => T;

/**
 * Makes the calls of a lifted function for one kind of caller: may-enter check, lower arguments, core call, lift the
 * result, post-return, leave.
 *
 * @param name - the function's name, for messages
 * @param lifterOf - how the result is lifted: copied, or with views of memory
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lift
 */
export function liftedCall(
  { type, core, options }: LiftedFunction,
  name: string,
  presentation: HandlePresentation,
  entrance: Entrance,
  lifterOf = resultLifter,
): LiftedCall {
  const cx = new CallContext(options, presentation);
  const plan = functionPlanOf(type, options.address);
  const { borrows, takesOver } = plan;
  const params = paramsLowerer(plan);
  const liftResult = lifterOf(plan);

  /** Ends a call that was held. */
  const finish = (coreResult: CoreValue | undefined, scope: BorrowScope | undefined): void => {
    entrance.resume();
    try {
      runPostReturn(options, coreResult);
      entrance.leave();
    } catch (thrown) {
      const cause = asTrap(thrown);
      entrance.breakOff(cause);
      throw cause;
    } finally {
      scope?.end();
    }
  };

  return (args, use, hold) => {
    if (takesOver) cx.handles.passed = new Map();
    // Reading the arguments can run code of the caller's, and that can enter the instance by itself.
    params.check(cx, name, args);
    if (takesOver) cx.handles.passed = undefined;
    entrance.check();
    const scope = borrows ? new BorrowScope() : undefined;
    const outerScope = cx.handles.scope;
    cx.handles.scope = scope;
    let entered = false;
    let held = false;
    entrance.enter();
    try {
      if (borrows || takesOver) cx.handles.moved = [];
      const coreArgs = params.lower(cx, args);
      entered = true;
      cx.handles.moved = undefined;
      const coreResult = callCore(core, coreArgs);
      checkUnbroken(options.instance);
      const result = liftResult(cx, coreResult);
      scope?.checkDropped();
      const used = use(result);
      if (hold === undefined) {
        runPostReturn(options, coreResult);
        entrance.leave();
      } else {
        held = true;
        entrance.hold(name);
        hold(() => finish(coreResult, scope));
      }
      return used;
    } catch (thrown) {
      const cause = asTrap(thrown);
      if (entered || (cause instanceof Trap && cause.code !== 'cannot-enter')) {
        entrance.breakOff(cause);
      } else {
        // An argument that cannot be lowered after all breaks nothing, nor does one that enters when it is read: only a
        // getter or a proxy comes here. What memory was allocated for those before it stays allocated. The standard never
        // asks realloc for nothing in place of something, and guests' reallocs do not bear it.
        cx.handles.takeBack();
        entrance.leave();
      }
      throw cause;
    } finally {
      if (!held) scope?.end();
      cx.handles.scope = outerScope;
    }
  };
}

/** Lets the guest free what its result lay in. It gets the core result that the function returned. */
export function runPostReturn(
  { instance, postReturn }: RuntimeOptions,
  coreResult: CoreValue | undefined,
): void {
  if (postReturn === undefined) return;
  instance.mayLeave = false;
  if (coreResult === undefined) postReturn();
  else postReturn(coreResult);
  checkUnbroken(instance);
  instance.mayLeave = true;
}
