import { camelCase } from '../../names/case.js';
import { findType, paramTypes } from '../../types/contains.js';
import type { FuncType } from '../../types/item-type.js';
import type { AddressType } from '../address.js';
import type { CoreType } from '../flatten.js';
import { fieldsLayout } from '../layout.js';
import { liftedCosts } from '../lift/cost.js';
import { flatParams, flatResults } from '../signature.js';
import { namedPartsOf, valuePlanOf, type NamedPartPlan, type ValuePlan } from './value-plan.js';

/**
 * How the values of a call cross, `lift_flat_values` and `lower_flat_values` in the standard.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values
 */
export interface FunctionPlan {
  readonly type: FuncType;
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

export function functionPlanOf(type: FuncType, address: AddressType = 'i32'): FunctionPlan {
  const types = paramTypes(type);
  const { size, alignment } = fieldsLayout(types, address);
  const list = namedPartsOf(type.params, address).map((part) => ({ ...part, key: camelCase(part.name) }));
  return {
    type,
    params: { list, flat: flatParams(type, address), size, alignment, cost: liftedCosts(types) },
    result: type.result && {
      value: valuePlanOf(type.result, address),
      flat: flatResults(type, address),
    },
    borrows: findType(types, ({ kind }) => kind === 'borrow') !== undefined,
    takesOver: findType(types, ({ kind }) => kind === 'own') !== undefined,
  };
}
