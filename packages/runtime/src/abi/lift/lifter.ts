import type { CoreValue, ValueContext } from '../context.js';
import { numberOf, type FlatSource } from '../flat-values.js';
import type { ValuePlan } from '../plan/value-plan.js';

/** Lifts values of one type. It holds nothing of an instance, so that one serves them all. */
export interface Lifter {
  /** Lifts a value from the next core values. */
  liftFlat(cx: ValueContext, source: FlatSource): unknown;
  /** Lifts a value from memory; the pointer is aligned and all of the value in bounds. */
  load(cx: ValueContext, pointer: number): unknown;
  /** Lifts a value of a type that always is one core value. A call that has no more takes this short way. */
  readonly fromCore?: FromCore;
}

export type FromCore = (cx: ValueContext, value: CoreValue | undefined) => unknown;

/** Where the lifter of a composed type gets those of its parts. */
export interface LifterCompiler {
  /** Whether lists of numbers become views of the memory that they lie in, and not copies. */
  readonly views: boolean;
  lifterOf(plan: ValuePlan): Lifter;
}

/** A lifter of a type that is one core value. */
export function singleLifter(
  fromCore: FromCore,
  load: (cx: ValueContext, pointer: number) => unknown,
): Lifter {
  return { liftFlat: (cx, source) => fromCore(cx, source.values[source.index++]), load, fromCore };
}

/** A lifter of a type that is an i32, whether flat or in memory. */
export function wordLifter(lift: (cx: ValueContext, word: number) => unknown): Lifter {
  return singleLifter(
    (cx, value) => lift(cx, numberOf(value) >>> 0),
    (cx, pointer) => lift(cx, cx.memory.data.getUint32(pointer, true)),
  );
}
