import type { CoreValue } from '../abi/context.js';
import type { ScalarName } from '../abi/numbers.js';
import { functionPlanOf, type FunctionPlan, type ParamPlan } from '../abi/plan/function-plan.js';
import { liftScalar, lowerScalar } from '../abi/scalar-values.js';
import { asTrap } from '../errors/core-trap.js';
import type { CoreFunction } from './call-context.js';
import type { ComponentInstance } from './component-instance.js';
import { brokenBy, checkMayLeave, checkUnbroken, type Entrance } from './entrance.js';
import type { HostFunction } from './host-items.js';
import type { HostCall, LiftedFunction } from './lifted-function.js';

/** The types of a function whose parameters and result are scalars: nothing of its calls goes through memory. */
export interface ScalarTypes {
  readonly params: readonly ScalarName[];
  readonly result: ScalarName | undefined;
}

const maxParams = 4;

/**
 * @param list - the parameters that count
 * @returns `undefined` for a function that has other types, or more parameters
 */
export function scalarTypes(
  { params, result }: FunctionPlan,
  list: readonly ParamPlan[] = params.list,
): ScalarTypes | undefined {
  if (list.length > maxParams) return undefined;
  const names = list.flatMap(({ value }) => (value.kind === 'scalar' ? value.name : []));
  const resultName = result?.value.kind === 'scalar' ? result.value.name : undefined;
  if (names.length < list.length || (result !== undefined && resultName === undefined)) return undefined;
  return { params: names, result: resultName };
}

/**
 * The calls of a function of scalars: checking and lowering are one, and there are no arrays.
 *
 * @param general - what calls the function as any other; it says what is wrong with arguments that do not fit
 * @returns `undefined` for any other function
 */
export function scalarCall(
  { type, core, options: { instance, postReturn, address } }: LiftedFunction,
  entrance: Entrance,
  general: HostCall,
): HostCall | undefined {
  const types = postReturn === undefined ? scalarTypes(functionPlanOf(type, address)) : undefined;
  if (types === undefined) return undefined;
  const { params, result } = types;
  const { length } = params;
  const [first = 'u32', second = 'u32', third = 'u32', fourth = 'u32'] = params;
  return (...args) => {
    const a = length > 0 ? lowerScalar(first, args[0]) : 0;
    const b = length > 1 ? lowerScalar(second, args[1]) : 0;
    const c = length > 2 ? lowerScalar(third, args[2]) : 0;
    const d = length > 3 ? lowerScalar(fourth, args[3]) : 0;
    const fit = a !== undefined && b !== undefined && c !== undefined && d !== undefined;
    if (!fit || args.length > length) return general(...args);
    entrance.check();
    entrance.enter();
    try {
      const coreResult = callWith(core, length, a, b, c, d);
      checkUnbroken(instance);
      const lifted = result === undefined ? undefined : liftScalar(result, coreResult);
      entrance.leave();
      return lifted;
    } catch (thrown) {
      const cause = asTrap(thrown);
      entrance.breakOff(cause);
      throw cause;
    }
  };
}

/**
 * The core function for a host function of scalars.
 *
 * @param misfit - throws what is wrong with a result that is not of its type
 * @returns `undefined` for any other function
 */
export function scalarImport(
  plan: FunctionPlan,
  host: HostFunction,
  instance: ComponentInstance,
  misfit: (returned: unknown) => never,
): CoreFunction | undefined {
  const types = scalarTypes(plan);
  if (types === undefined) return undefined;
  const { params, result } = types;
  const { length } = params;
  const [first = 'u32', second = 'u32', third = 'u32', fourth = 'u32'] = params;
  const callHost = (a?: CoreValue, b?: CoreValue, c?: CoreValue, d?: CoreValue): unknown => {
    if (length === 0) return host();
    const x = liftScalar(first, a);
    if (length === 1) return host(x);
    const y = liftScalar(second, b);
    if (length === 2) return host(x, y);
    const z = liftScalar(third, c);
    return length === 3 ? host(x, y, z) : host(x, y, z, liftScalar(fourth, d));
  };
  return (a, b, c, d) => {
    try {
      checkMayLeave(instance);
      const returned = callHost(a, b, c, d);
      return result === undefined ? undefined : (lowerScalar(result, returned) ?? misfit(returned));
    } catch (thrown) {
      throw brokenBy(instance, thrown);
    }
  };
}

/** Calls with as many of the values as there are parameters. */
export function callWith(
  core: CoreFunction,
  length: number,
  a: CoreValue,
  b: CoreValue,
  c: CoreValue,
  d: CoreValue,
): CoreValue | undefined {
  switch (length) {
    case 0:
      return core();
    case 1:
      return core(a);
    case 2:
      return core(a, b);
    case 3:
      return core(a, b, c);
    default:
      return core(a, b, c, d);
  }
}
