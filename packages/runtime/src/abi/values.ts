import { camelCase } from '../names/case.js';
import type { FuncType } from '../types/item-type.js';
import type { ValType } from '../types/val-type.js';
import { beginTransfer } from './allowance.js';
import { addressingOf, type AddressType } from './address.js';
import type { CoreValue, ValueContext } from './context.js';
import { FlatSink, numberOf } from './flat-values.js';
import { fieldsLayout } from './layout.js';
import { liftedCost, liftedCosts } from './lift/cost.js';
import { lifterOf, viewingLifterOf } from './lift/lifter-of.js';
import type { Lifter } from './lift/lifter.js';
import type { Lowerer } from './lower/lowerer.js';
import { lowererOf } from './lower/lowerer-of.js';
import { allocate, checkPointer } from './ranges.js';
import { flatParams, flatResults } from './signature.js';

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
export function paramsLowerer(func: FuncType, address: AddressType = 'i32'): ParamsLowerer {
  const params = func.params.map(({ name, type }) => {
    return { name: camelCase(name), lowerer: lowererOf(type, address) };
  });
  const lowerers = params.map(({ lowerer }) => lowerer);
  const flat = flatParams(func, address);
  return {
    check(cx, name, args) {
      if (args.length > params.length) {
        throw new TypeError(`${name}: takes ${counted(params.length)}, not ${args.length}`);
      }
      for (let index = 0; index < params.length; index++) {
        const param = params[index];
        const mismatch = param?.lowerer.check(cx, args[index]);
        if (param !== undefined && mismatch !== undefined) {
          throw new TypeError(mismatch.describe(name, param.name));
        }
      }
    },
    lower:
      flat === undefined
        ? spilledLowering(lowerers, paramTypes(func), address)
        : flatLowering(lowerers, flat.length),
  };
}

/** Lifts the arguments of a call from a guest to the host. */
export function paramsLifter(func: FuncType, address: AddressType = 'i32'): ParamsLifter {
  const types = paramTypes(func);
  const lifters = types.map((type) => lifterOf(type, address));
  if (flatParams(func, address) === undefined) return spilledLifting(lifters, types, address);
  const cost = liftedCosts(types);
  return (cx, values) => {
    beginTransfer(cx, cost);
    const source = { values, index: 0 };
    const lifted: unknown[] = [];
    for (const lifter of lifters) lifted.push(lifter.liftFlat(cx, source));
    return lifted;
  };
}

/** Lifts the result of a call from the host into a guest. */
export function resultLifter(func: FuncType, address: AddressType = 'i32'): ResultLifter {
  return lifterOfResult(func, address, lifterOf);
}

/** As `resultLifter`, but lists of numbers are views of the guest's memory. */
export function viewingResultLifter(func: FuncType, address: AddressType = 'i32'): ResultLifter {
  return lifterOfResult(func, address, viewingLifterOf);
}

function lifterOfResult(
  func: FuncType,
  address: AddressType,
  liftersOf: (type: ValType, address: AddressType) => Lifter,
): ResultLifter {
  if (func.result === undefined) return () => undefined;
  const lifter = liftersOf(func.result, address);
  if (flatResults(func, address) !== undefined) {
    const { fromCore } = lifter;
    if (fromCore !== undefined) return fromCore;
    return (cx, value) => lifter.liftFlat(cx, { values: value === undefined ? [] : [value], index: 0 });
  }
  const addressing = addressingOf(address);
  const layout = fieldsLayout([func.result], address);
  const cost = liftedCost(func.result);
  return (cx, value) => {
    beginTransfer(cx, cost);
    // What nearly every memory has is written out: calling a closure that can be any takes longer.
    const pointer = address === 'i32' ? numberOf(value) >>> 0 : addressing.fromCore(value);
    checkPointer(cx, pointer, layout);
    return lifter.load(cx, pointer);
  };
}

/** Lowers the result of a call from a guest to the host. */
export function resultLowerer(func: FuncType, address: AddressType = 'i32'): ResultLowerer {
  if (func.result === undefined) return { check: () => undefined, lower: () => undefined };
  const lowerer = lowererOf(func.result, address);
  const check: ResultLowerer['check'] = (cx, name, result) => {
    const mismatch = lowerer.check(cx, result);
    if (mismatch !== undefined) throw new TypeError(mismatch.describe(name, 'result'));
  };
  if (flatResults(func, address) !== undefined) {
    const { toCore } = lowerer;
    if (toCore !== undefined) return { check, lower: toCore };
    const lower = flatLowering([lowerer], 1);
    return { check, lower: (cx, result) => lower(cx, [result])[0] };
  }
  const addressing = addressingOf(address);
  const layout = fieldsLayout([func.result], address);
  return {
    check,
    lower(cx, result, coreArgs) {
      const pointer = addressing.fromCore(coreArgs[coreArgs.length - 1]);
      checkPointer(cx, pointer, layout);
      lowerer.store(cx, result, pointer);
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
  lowerers: readonly Lowerer[],
  types: readonly ValType[],
  address: AddressType,
): ParamsLowerer['lower'] {
  const addressing = addressingOf(address);
  const layout = fieldsLayout(types, address);
  return (cx, values) => {
    const pointer = allocate(cx, layout.alignment, layout.size);
    for (let index = 0; index < lowerers.length; index++)
      lowerers[index]?.store(cx, values[index], pointer + (layout.offsets[index] ?? 0));
    return [addressing.toCore(pointer)];
  };
}

/** Lifts values that are a tuple in memory. */
function spilledLifting(
  lifters: readonly Lifter[],
  types: readonly ValType[],
  address: AddressType,
): ParamsLifter {
  const addressing = addressingOf(address);
  const layout = fieldsLayout(types, address);
  const cost = liftedCosts(types);
  return (cx, coreArgs) => {
    beginTransfer(cx, cost);
    const pointer = addressing.fromCore(coreArgs[0]);
    checkPointer(cx, pointer, layout);
    return lifters.map((lifter, index) => lifter.load(cx, pointer + (layout.offsets[index] ?? 0)));
  };
}

function paramTypes(func: FuncType): readonly ValType[] {
  return func.params.map((param) => param.type);
}

function counted(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}
