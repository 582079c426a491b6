import type { CoreValue } from '../abi/context.js';
import { changedValue } from '../abi/lower/lowerer.js';
import { functionPlanOf, type FunctionPlan } from '../abi/plan/function-plan.js';
import { paramsLifter, resultLowerer } from '../abi/values.js';
import { mapsAsLists } from '../types/despecialize.js';
import type { FuncType } from '../types/item-type.js';
import { BorrowScope } from './borrow-scope.js';
import { CallContext, type CoreFunction, type RuntimeOptions } from './call-context.js';
import { brokenBy, checkMayLeave, Entrance } from './entrance.js';
import { functionName } from './function-name.js';
import { wrapResult } from './function-result.js';
import type { ErrStyle, HostFunction } from './host-items.js';
import { bareHandles, type HandlePresentation } from './instance-handles.js';
import { liftedCall, type LiftedFunction } from './lifted-function.js';
import { scalarImport } from './scalar-call.js';

/** An imported function, where it is lowered. */
export interface LoweredImport {
  readonly type: FuncType;
  /** The function's name, for messages. */
  readonly name: string;
  readonly options: RuntimeOptions;
  readonly presentation: HandlePresentation;
  readonly errStyle: ErrStyle;
}

/**
 * Lowers a function of the host: the core function that a guest imports for it.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canon-lower
 */
export function loweredImport(
  { type, name, options, presentation, errStyle }: LoweredImport,
  func: HostFunction,
): CoreFunction {
  const plan = functionPlanOf(type, options.address);
  const result = resultLowerer(plan);
  const host = wrapResult(type, func, errStyle);
  const scalar = scalarImport(plan, host, options.instance, (returned) => {
    result.check(new CallContext(options, presentation), functionName(name), returned);
    throw changedValue();
  });
  if (scalar !== undefined) return scalar;
  return loweredFunction(plan, options, presentation, (cx, args, coreArgs) => {
    const returned = host(...args);
    result.check(cx, functionName(name), returned);
    return result.lower(cx, returned, coreArgs);
  });
}

/**
 * Lowers a lifted function: the core function through which one guest calls another. Values pass through JavaScript;
 * handles stay bare.
 *
 * @param callerType - the type as the caller's component has it: the same, but for where resources stand in its plan
 */
export function adapter(lifted: LiftedFunction, callerType: FuncType, options: RuntimeOptions): CoreFunction {
  const entrance = Entrance.from(options.instance, lifted.options.instance);
  const calleeType = mapsAsLists(lifted.type);
  const call = liftedCall({ ...lifted, type: calleeType }, 'adapter', bareHandles, entrance);
  const plan = functionPlanOf(mapsAsLists(callerType), options.address);
  const result = resultLowerer(plan);
  const callee: Callee = (cx, args, coreArgs) =>
    call(args, (returned) => result.lower(cx, returned, coreArgs));
  return loweredFunction(plan, options, bareHandles, callee, entrance);
}

type Callee = (cx: CallContext, args: unknown[], coreArgs: readonly CoreValue[]) => CoreValue | undefined;

/**
 * What all lowered functions do around the call: may-leave check, lift the arguments, return what was borrowed. Whether
 * the callee can be entered is asked before its arguments are looked at.
 */
function loweredFunction(
  plan: FunctionPlan,
  options: RuntimeOptions,
  presentation: HandlePresentation,
  callee: Callee,
  entrance?: Entrance,
): CoreFunction {
  const cx = new CallContext(options, presentation);
  const liftParams = paramsLifter(plan);
  if (!plan.borrows) {
    return (...coreArgs) => {
      try {
        checkMayLeave(cx.instance);
        entrance?.check();
        // Lifting may change the array, but not the pointer for the result, which is the last of it.
        return callee(cx, liftParams(cx, coreArgs), coreArgs);
      } catch (thrown) {
        throw brokenBy(cx.instance, thrown);
      }
    };
  }
  return (...coreArgs) => {
    const outerScope = cx.handles.scope;
    const scope = (cx.handles.scope = new BorrowScope());
    try {
      checkMayLeave(cx.instance);
      entrance?.check();
      return callee(cx, liftParams(cx, coreArgs), coreArgs);
    } catch (thrown) {
      throw brokenBy(cx.instance, thrown);
    } finally {
      scope.end();
      cx.handles.scope = outerScope;
    }
  };
}
