import { FlatSink } from '../abi/flat-values.js';
import { lowerPure, pureTypes } from '../abi/lower/pure.js';
import { functionPlanOf } from '../abi/plan/function-plan.js';
import { resultLifter } from '../abi/values.js';
import { asTrap } from '../errors/core-trap.js';
import { CallContext } from './call-context.js';
import { callCore } from './core-call.js';
import { checkUnbroken, type Entrance } from './entrance.js';
import type { HandlePresentation } from './instance-handles.js';
import type { HostCall, LiftedFunction } from './lifted-function.js';

/**
 * The calls of a function whose arguments go neither through memory nor through handles, and that has no post-return:
 * nothing of a call can go wrong before the guest is entered but the arguments, which are checked as they are lowered.
 *
 * @param general - what calls the function as any other; it says what is wrong with arguments that do not fit
 * @param unwrapped - what becomes of a `result`
 * @returns `undefined` for any other function
 */
export function pureCall(
  { type, core, options }: LiftedFunction,
  presentation: HandlePresentation,
  entrance: Entrance,
  general: HostCall,
  unwrapped: (lifted: unknown) => unknown,
): HostCall | undefined {
  const plan = functionPlanOf(type, options.address);
  const { flat } = plan.params;
  const params = options.address === 'i32' ? pureTypes(plan.params.list) : undefined;
  if (flat === undefined || params === undefined || options.postReturn !== undefined) return undefined;
  const cx = new CallContext(options, presentation);
  const liftResult = resultLifter(plan);
  const unwrap = type.result?.kind === 'result' ? unwrapped : undefined;
  const sink = new FlatSink(flat.length);
  // A getter of an argument can call the function, too.
  let lowering = false;

  const lower = (args: readonly unknown[]): boolean => {
    if (lowering || args.length > params.length) return false;
    lowering = true;
    try {
      sink.length = 0;
      for (let index = 0; index < params.length; index++) {
        const param = params[index];
        if (param === undefined || !lowerPure(param, args[index], sink)) return false;
      }
      return true;
    } finally {
      lowering = false;
    }
  };

  return (...args) => {
    if (!lower(args)) return general(...args);
    entrance.check();
    entrance.enter();
    let result: unknown;
    try {
      const coreResult = callCore(core, sink.values);
      checkUnbroken(options.instance);
      result = liftResult(cx, coreResult);
      entrance.leave();
    } catch (thrown) {
      const cause = asTrap(thrown);
      entrance.breakOff(cause);
      throw cause;
    }
    return unwrap === undefined ? result : unwrap(result);
  };
}
