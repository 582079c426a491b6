import type { CoreValue, ValueContext } from '../context.js';
import type { FlatSink } from '../flat-values.js';
import type { ValuePlan } from '../plan/value-plan.js';
import type { Mismatch } from './mismatch.js';

/**
 * Lowers values of one type. It holds nothing of an instance, so that one serves them all.
 *
 * `lowerFlat` and `store` are for values that `check` found nothing wrong with. A getter or a `Proxy` can still give
 * another value the second time: then they throw a `TypeError` or wrap an integer, and never write where they must not.
 */
export interface Lowerer {
  /** What is wrong with a value, if anything. Touches neither memory nor handles. */
  check(cx: ValueContext, value: unknown): Mismatch | undefined;
  /** Appends the core values of a value. */
  lowerFlat(cx: ValueContext, value: unknown, sink: FlatSink): void;
  /** Stores a value into memory; the pointer is aligned and all of the value in bounds. */
  store(cx: ValueContext, value: unknown, pointer: number): void;
  /** Lowers a value of a type that always is one core value. A call that has no more takes this short way. */
  readonly toCore?: ToCore;
}

export type ToCore = (cx: ValueContext, value: unknown) => CoreValue;

/** Where the lowerer of a composed type gets those of its parts. */
export interface LowererCompiler {
  lowererOf(plan: ValuePlan): Lowerer;
}

/** A lowerer of a type that is one core value. */
export function singleLowerer(check: Lowerer['check'], toCore: ToCore, store: Lowerer['store']): Lowerer {
  return {
    check,
    lowerFlat(cx, value, sink) {
      sink.push(toCore(cx, value));
    },
    store,
    toCore,
  };
}

/** For a value that was right when it was checked and is not any more. */
export function changedValue(): TypeError {
  return new TypeError('a value changed between being checked and being lowered');
}
