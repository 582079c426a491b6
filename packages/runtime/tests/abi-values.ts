import type { CoreValue } from '../src/abi/context.js';
import { FlatSink } from '../src/abi/flat-values.js';
import { lifterOf } from '../src/abi/lift/lifter-of.js';
import { lowererOf } from '../src/abi/lower/lowerer-of.js';
import { functionPlanOf } from '../src/abi/plan/function-plan.js';
import { valuePlanOf } from '../src/abi/plan/value-plan-of.js';
import { allocate } from '../src/abi/ranges.js';
import { paramsLowerer } from '../src/abi/values.js';
import { Trap } from '../src/errors/trap.js';
import type { ValType } from '../src/types/val-type.js';
import { FakeGuest } from './abi-guest.js';
import { func } from '@wit-bindgen-ts/runtime/codegen/v1';

/** The core values of a checked value. */
export function lowerFlat(type: ValType, value: unknown, guest = new FakeGuest()): CoreValue[] {
  check(type, value, guest);
  const sink = new FlatSink(0);
  lowererOf(valuePlanOf(type)).lowerFlat(guest, value, sink);
  return sink.values;
}

export function liftFlat(type: ValType, values: CoreValue[], guest = new FakeGuest()): unknown {
  return lifterOf(valuePlanOf(type)).liftFlat(guest, { values, index: 0 });
}

/** Stores a checked value into memory that the guest allocates, and gives the pointer. */
export function store(type: ValType, value: unknown, guest: FakeGuest): number {
  check(type, value, guest);
  const plan = valuePlanOf(type);
  const pointer = allocate(guest, plan.alignment, plan.size);
  lowererOf(plan).store(guest, value, pointer);
  return pointer;
}

export function load(type: ValType, pointer: number, guest: FakeGuest): unknown {
  return lifterOf(valuePlanOf(type)).load(guest, pointer);
}

/** A value after it went into a guest and out again, once as core values and once through memory. */
export function echo(
  type: ValType,
  value: unknown,
  guest = new FakeGuest(),
): { flat: unknown; memory: unknown } {
  return {
    flat: liftFlat(type, lowerFlat(type, value, guest), guest),
    memory: load(type, store(type, value, guest), guest),
  };
}

/** What a call of `f` with this parameter `p` says is wrong. */
export function complaint(type: ValType, value: unknown, guest = new FakeGuest()): string {
  try {
    check(type, value, guest);
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
  return 'nothing';
}

function check(type: ValType, value: unknown, guest: FakeGuest): void {
  paramsLowerer(functionPlanOf(func({ p: type }))).check(guest, 'f', [value]);
}

/** The code and the message of the trap that a function ends in. */
export function trapOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Trap) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}
