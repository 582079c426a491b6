import { functionPlanOf } from '../abi/plan/function-plan.js';
import { liftScalar, lowerScalar } from '../abi/scalar-values.js';
import { asTrap } from '../errors/core-trap.js';
import { checkUnbroken, type Entrance } from './entrance.js';
import type { HandlePresentation } from './instance-handles.js';
import type { HostCall, LiftedFunction } from './lifted-function.js';
import type { GuestResourceType } from './runtime-resource.js';
import { callWith, scalarTypes, type ScalarTypes } from './scalar-call.js';

/** The types of a method of scalars, and the resource that it borrows. */
interface MethodTypes extends ScalarTypes {
  readonly resource: GuestResourceType;
}

/**
 * The calls of a method of scalars, where the instance itself implements the resource: the guest is given the
 * representation, and there is no handle of its own that it could keep. All there is to the borrow is that the handle is
 * lent until the call returns.
 *
 * @param general - what calls the function as any other; it says what is wrong with arguments that do not fit
 * @returns `undefined` for any other function
 */
export function methodCall(
  lifted: LiftedFunction,
  presentation: HandlePresentation,
  entrance: Entrance,
  general: HostCall,
): HostCall | undefined {
  const types = methodTypes(lifted);
  if (types === undefined) return undefined;
  const { core } = lifted;
  const { instance } = lifted.options;
  const { resource, params, result } = types;
  const { length } = params;
  const [first = 'u32', second = 'u32', third = 'u32'] = params;
  return (...args) => {
    const handle = presentation.handleOf(args[0]);
    const a = length > 0 ? lowerScalar(first, args[1]) : 0;
    const b = length > 1 ? lowerScalar(second, args[2]) : 0;
    const c = length > 2 ? lowerScalar(third, args[3]) : 0;
    const fit = handle?.resource === resource && a !== undefined && b !== undefined && c !== undefined;
    if (!fit || handle.ended !== undefined || args.length > length + 1) return general(...args);
    entrance.check();
    entrance.enter();
    handle.lends += 1;
    try {
      const coreResult = callWith(core, length + 1, Number(handle.rep), a, b, c);
      checkUnbroken(instance);
      const value = result === undefined ? undefined : liftScalar(result, coreResult);
      entrance.leave();
      return value;
    } catch (thrown) {
      const cause = asTrap(thrown);
      entrance.breakOff(cause);
      throw cause;
    } finally {
      handle.lends -= 1;
    }
  };
}

function methodTypes({ type, options }: LiftedFunction): MethodTypes | undefined {
  const plan = functionPlanOf(type, options.address);
  const [self, ...params] = plan.params.list;
  if (self?.value.kind !== 'borrow' || options.postReturn !== undefined) return undefined;
  const resource = options.resources[self.value.resource.index];
  if (resource?.host !== undefined || resource?.definer !== options.instance) return undefined;
  const types = scalarTypes(plan, params);
  return types === undefined || params.length > 3 ? undefined : { ...types, resource };
}
