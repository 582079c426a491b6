import type { CoreValue } from '../abi/context.js';
import { functionPlanOf, type FunctionPlan } from '../abi/plan/function-plan.js';
import { paramsLowerer, resultLifter, viewingResultLifter } from '../abi/values.js';
import { Trap } from '../errors/trap.js';
import type { FuncType } from '../types/item-type.js';
import { BorrowScope } from './borrow-scope.js';
import { CallContext, type CoreFunction, type RuntimeOptions } from './call-context.js';
import { ComponentInstance } from './component-instance.js';
import { DeferredResult } from './deferred.js';
import { Func } from './func.js';
import { functionName } from './function-name.js';
import { unwrapResult, type ResultStyle } from './function-result.js';
import type { ErrStyle, HostFunction } from './host-items.js';
import type { HandlePresentation } from './instance-handles.js';
import type { InstanceLimits } from './instance-limits.js';
import { loweredImport } from './lowered-function.js';
import type { RuntimeResource } from './runtime-resource.js';
import { ScratchMemory } from './scratch-memory.js';

/** A function of the host's that a component imports and exports again. */
export interface ImportedFunction {
  readonly func: HostFunction;
  readonly type: FuncType;
  readonly name: string;
  readonly errStyle: ErrStyle;
  /** The resource types of the component, by their place in the plan. */
  readonly resources: readonly (RuntimeResource | undefined)[];
  readonly limits: InstanceLimits;
}

/** A call with arguments that give a result, still tagged. */
type Call = (args: readonly unknown[]) => unknown;

/**
 * An imported function, as the host calls it. The values are lowered and lifted as by a guest that only passes them on:
 * they are checked, what they carry beside their type is left behind, and resources change hands. There is no instance to
 * be held while a deferred result is looked at, only a memory that it lies in.
 */
export function importedFunc(
  imported: ImportedFunction,
  presentation: HandlePresentation,
  results: ResultStyle = 'throw',
): Func {
  const { type, name } = imported;
  // The function can be called again while a call is inside, so there can be more than one that is passed on.
  const idle: Call[] = [];
  const idleViewing: Call[] = [];
  const unwrap = unwrapResult(type, results);
  return new Func(type, () => ({
    call(...args) {
      const call = idle.pop() ?? passingOn(imported, presentation, resultLifter);
      const result = call(args);
      // After an error, what passed the call on is left behind.
      idle.push(call);
      return unwrap(result);
    },
    callDeferred(args) {
      const call = idleViewing.pop() ?? passingOn(imported, presentation, viewingResultLifter);
      const result = unwrap(call(args));
      return new DeferredResult(result, functionName(name), () => void idleViewing.push(call));
    },
  }));
}

/** @param lifterOf - how the result is lifted: copied, or with views of the memory that the call has */
function passingOn(
  { func, type, name, errStyle, resources, limits }: ImportedFunction,
  presentation: HandlePresentation,
  lifterOf: typeof resultLifter,
): Call {
  const memory = new ScratchMemory();
  const instance = new ComponentInstance(undefined, limits);
  const options: RuntimeOptions = {
    instance,
    stringEncoding: 'utf8',
    memory,
    address: 'i32',
    realloc: (old = 0, oldSize = 0, alignment = 1, size = 0) => memory.realloc(old, oldSize, alignment, size),
    postReturn: undefined,
    resources,
  };
  const cx = new CallContext(options, presentation);
  const plan = functionPlanOf(type);
  const params = paramsLowerer(plan);
  const liftResult = lifterOf(plan);
  const lowered = loweredImport({ type, name, options, presentation, errStyle }, func);
  const core = returning(plan, memory, lowered);

  return (args) => {
    memory.clear();
    cx.handles.passed = new Map();
    params.check(cx, functionName(name), args);
    const scope = new BorrowScope();
    cx.handles.scope = scope;
    try {
      return liftResult(cx, core(...params.lower(cx, args)));
    } catch (thrown) {
      // There is no guest that it breaks.
      throw thrown instanceof Trap && thrown.code === 'host-error' ? thrown.cause : thrown;
    } finally {
      scope.end();
      instance.handles.clear();
    }
  };
}

/** A lowered function stores a result that is no single core value; a lifted one returns where it lies. */
function returning({ result }: FunctionPlan, memory: ScratchMemory, lowered: CoreFunction): CoreFunction {
  if (result === undefined || result.flat !== undefined) return lowered;
  const { size, alignment } = result.value;
  return (...args: CoreValue[]) => {
    const pointer = memory.realloc(0, 0, alignment, size);
    lowered(...args, pointer);
    return pointer;
  };
}
