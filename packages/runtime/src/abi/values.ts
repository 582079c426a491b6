import { beginTransfer } from './allowance.js';
import { addressingOf } from './address.js';
import type { CoreValue, ValueContext } from './context.js';
import { FlatSink, numberOf } from './flat-values.js';
import type { Layout } from './layout.js';
import { lifterOf, viewingLifterOf } from './lift/lifter-of.js';
import type { Lifter } from './lift/lifter.js';
import type { Lowerer } from './lower/lowerer.js';
import { lowererOf } from './lower/lowerer-of.js';
import type { FunctionPlan, ParamsPlan } from './plan/function-plan.js';
import type { ValuePlan } from './plan/value-plan.js';
import { allocate, checkPointer } from './ranges.js';

/**
 * The values of a whole call: `lift_flat_values` and `lower_flat_values` in the standard, made ready for one function
 * type. Values that are too many to be passed one by one are passed through memory.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values
 */
export interface ParamsLowerer {
  /**
   * Checks the arguments before anything of them enters the guest.
   *
   * @param name - The name of the function, as messages show it.
   * @throws {TypeError} Names the function, the parameter and the path to what does not fit:
   *   `cart.add: item.id: 4294967296 is not a u32`.
   */
  check(cx: ValueContext, name: string, args: readonly unknown[]): void;
  /** The core arguments of arguments that have been checked; they are good until the next call. */
  lower(cx: ValueContext, args: readonly unknown[]): CoreValue[];
}

export interface ResultLowerer {
  /**
   * Checks what a function of the host returned; a function without a result may return anything.
   *
   * @throws {TypeError} As `ParamsLowerer.check`, with `result` as the parameter.
   */
  check(cx: ValueContext, name: string, result: unknown): void;
  /**
   * The core result, or `undefined` where there is none or where it went through memory.
   *
   * @param coreArgs - What core code called the function with: where the result goes through memory, its last argument
   *   is the pointer.
   */
  lower(cx: ValueContext, result: unknown, coreArgs: readonly CoreValue[]): CoreValue | undefined;
}

/** Lifts what core code called a function with. May change the array in place. */
export type ParamsLifter = (cx: ValueContext, coreArgs: CoreValue[]) => unknown[];

/** Lifts what a core function returned. */
export type ResultLifter = (cx: ValueContext, coreResult: CoreValue | undefined) => unknown;

/** Lowers the arguments of a call from the host into a guest. */
export function paramsLowerer(plan: FunctionPlan): ParamsLowerer {
  const { list, flat } = plan.params;
  const params = list.map(({ key, offset, value }) => ({ key, offset, lowerer: lowererOf(value) }));
  return {
    check(cx, name, args) {
      if (args.length > params.length) {
        throw new TypeError(`${name}: takes ${counted(params.length)}, not ${args.length}`);
      }
      for (let index = 0; index < params.length; index++) {
        const param = params[index];
        const mismatch = param?.lowerer.check(cx, args[index]);
        if (param !== undefined && mismatch !== undefined) {
          throw new TypeError(mismatch.describe(name, param.key));
        }
      }
    },
    lower:
      flat === undefined
        ? spilledLowering(params, plan)
        : flatLowering(
            params.map(({ lowerer }) => lowerer),
            flat.length,
          ),
  };
}

/** Lifts the arguments of a call from a guest to the host. */
export function paramsLifter(plan: FunctionPlan): ParamsLifter {
  const { list, flat, cost } = plan.params;
  if (flat === undefined) return spilledLifting(plan);
  const lifters = list.map(({ value }) => lifterOf(value));
  return (cx, values) => {
    beginTransfer(cx, cost);
    const source = { values, index: 0 };
    const lifted: unknown[] = [];
    for (const lifter of lifters) lifted.push(lifter.liftFlat(cx, source));
    return lifted;
  };
}

/** Lifts the result of a call from the host into a guest. */
export function resultLifter(plan: FunctionPlan): ResultLifter {
  return lifterOfResult(plan, lifterOf);
}

/** As `resultLifter`, but lists of numbers are views of the guest's memory. */
export function viewingResultLifter(plan: FunctionPlan): ResultLifter {
  return lifterOfResult(plan, viewingLifterOf);
}

function lifterOfResult(
  { address, result }: FunctionPlan,
  liftersOf: (plan: ValuePlan) => Lifter,
): ResultLifter {
  if (result === undefined) return () => undefined;
  const lifter = liftersOf(result.value);
  if (result.flat !== undefined) {
    const { fromCore } = lifter;
    if (fromCore !== undefined) return fromCore;
    return (cx, value) => lifter.liftFlat(cx, { values: value === undefined ? [] : [value], index: 0 });
  }
  const addressing = addressingOf(address);
  const layout = layoutIn(result.value);
  const { cost } = result.value;
  return (cx, value) => {
    beginTransfer(cx, cost);
    // What nearly every memory has is written out: calling a closure that can be any takes longer.
    const pointer = address === 'i32' ? numberOf(value) >>> 0 : addressing.fromCore(value);
    checkPointer(cx, pointer, layout);
    return lifter.load(cx, pointer);
  };
}

/** Lowers the result of a call from a guest to the host. */
export function resultLowerer({ address, result }: FunctionPlan): ResultLowerer {
  if (result === undefined) return { check: () => undefined, lower: () => undefined };
  const lowerer = lowererOf(result.value);
  const check: ResultLowerer['check'] = (cx, name, value) => {
    const mismatch = lowerer.check(cx, value);
    if (mismatch !== undefined) throw new TypeError(mismatch.describe(name, 'result'));
  };
  if (result.flat !== undefined) {
    const { toCore } = lowerer;
    if (toCore !== undefined) return { check, lower: toCore };
    const lower = flatLowering([lowerer], 1);
    return { check, lower: (cx, value) => lower(cx, [value])[0] };
  }
  const addressing = addressingOf(address);
  const layout = layoutIn(result.value);
  return {
    check,
    lower(cx, value, coreArgs) {
      const pointer = addressing.fromCore(coreArgs[coreArgs.length - 1]);
      checkPointer(cx, pointer, layout);
      lowerer.store(cx, value, pointer);
      return undefined;
    },
  };
}

/** Lowers values one by one. What it gives is good until the function is called again. */
function flatLowering(lowerers: readonly Lowerer[], flatLength: number): ParamsLowerer['lower'] {
  const sink = new FlatSink(flatLength);
  return (cx, values) => {
    sink.length = 0;
    for (let index = 0; index < lowerers.length; index++) lowerers[index]?.lowerFlat(cx, values[index], sink);
    return sink.values;
  };
}

/** Lowers values as a tuple, into memory that the guest allocates. */
function spilledLowering(
  parts: readonly { readonly offset: number; readonly lowerer: Lowerer }[],
  { address, params: { size, alignment } }: FunctionPlan,
): ParamsLowerer['lower'] {
  const addressing = addressingOf(address);
  return (cx, values) => {
    const pointer = allocate(cx, alignment, size);
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index];
      part?.lowerer.store(cx, values[index], pointer + part.offset);
    }
    return [addressing.toCore(pointer)];
  };
}

/** Lifts values that are a tuple in memory. */
function spilledLifting({ address, params }: FunctionPlan): ParamsLifter {
  const addressing = addressingOf(address);
  const layout = layoutIn(params);
  const { cost } = params;
  const parts = params.list.map(({ offset, value }) => ({ offset, lifter: lifterOf(value) }));
  return (cx, coreArgs) => {
    beginTransfer(cx, cost);
    const pointer = addressing.fromCore(coreArgs[0]);
    checkPointer(cx, pointer, layout);
    return parts.map(({ offset, lifter }) => lifter.load(cx, pointer + offset));
  };
}

/** All of one shape: reading properties of objects that differ takes an engine longer. */
function layoutIn({ size, alignment }: ValuePlan | ParamsPlan): Layout {
  return { size, alignment };
}

function counted(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}
