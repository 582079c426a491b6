import { camelCase } from '../../names/case.js';
import { findType, paramTypes } from '../../types/contains.js';
import type { FuncType } from '../../types/item-type.js';
import type { AddressType } from '../address.js';
import { liftedCosts } from '../cost.js';
import type { CoreType } from '../flatten.js';
import { fieldsLayout } from '../layout.js';
import { flatParams, flatResults } from '../signature.js';
import { namedPartsOf, valuePlanOf } from './value-plan-of.js';
import type { NamedPartPlan, ValuePlan } from './value-plan.js';

/**
 * How the values of a call cross, `lift_flat_values` and `lower_flat_values` in the standard.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values
 */
export interface FunctionPlan {
  readonly type: FuncType;
  readonly address: AddressType;
  readonly params: ParamsPlan;
  /** `undefined` for a function without a result. */
  readonly result: ResultPlan | undefined;
  /** Whether a parameter holds a borrow handle. */
  readonly borrows: boolean;
  /** Whether a parameter holds an own handle. */
  readonly takesOver: boolean;
}

export interface ParamsPlan {
  readonly list: readonly ParamPlan[];
  /** The core values that they are passed as; `undefined` where they are passed through memory, as a tuple. */
  readonly flat: readonly CoreType[] | undefined;
  /** Of that tuple, in bytes. */
  readonly size: number;
  readonly alignment: number;
  readonly cost: number;
}

/** The offset is that in the tuple. */
export interface ParamPlan extends NamedPartPlan {
  /** The name in JavaScript, for messages. */
  readonly key: string;
}

export interface ResultPlan {
  readonly value: ValuePlan;
  /** The one core value that it is passed as, if any; `undefined` where it is passed through memory. */
  readonly flat: readonly CoreType[] | undefined;
}

const plans: Record<AddressType, WeakMap<FuncType, FunctionPlan>> = {
  i32: new WeakMap(),
  i64: new WeakMap(),
};

/** The plan of a function type, made once for each type object. */
export function functionPlanOf(type: FuncType, address: AddressType = 'i32'): FunctionPlan {
  let plan = plans[address].get(type);
  if (plan === undefined) {
    plan = makePlan(type, address);
    plans[address].set(type, plan);
  }
  return plan;
}

function makePlan(type: FuncType, address: AddressType): FunctionPlan {
  const types = paramTypes(type);
  const { size, alignment } = fieldsLayout(types, address);
  const list = namedPartsOf(type.params, address).map((part) => ({ ...part, key: camelCase(part.name) }));
  return {
    type,
    address,
    params: { list, flat: flatParams(type, address), size, alignment, cost: liftedCosts(types) },
    result: type.result && {
      value: valuePlanOf(type.result, address),
      flat: flatResults(type, address),
    },
    borrows: findType(types, ({ kind }) => kind === 'borrow') !== undefined,
    takesOver: findType(types, ({ kind }) => kind === 'own') !== undefined,
  };
}
