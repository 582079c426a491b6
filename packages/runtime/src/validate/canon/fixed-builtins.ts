import type { BuiltinCanon } from '../../binary/definitions.js';
import type { CoreFuncType } from '../../types/core-type.js';

/** The built-ins whose core type does not depend on anything. */
export type FixedBuiltin = Exclude<
  BuiltinCanon,
  | { readonly type: unknown }
  | { readonly options: unknown }
  | { readonly memory: unknown }
  | { readonly shared: unknown }
>;

/** From nothing, from an index or from two of them, to nothing or to one `i32`. */
const act = coreFunc([], []);
const make = coreFunc([], ['i32']);
const drop = coreFunc(['i32'], []);
const change = coreFunc(['i32'], ['i32']);
const join = coreFunc(['i32', 'i32'], []);

const types: Readonly<Record<FixedBuiltin['kind'], CoreFuncType>> = {
  'backpressure.inc': act,
  'backpressure.dec': act,
  'task.cancel': act,
  'subtask.cancel': change,
  'subtask.drop': drop,
  'error-context.drop': drop,
  'waitable-set.new': make,
  'waitable-set.drop': drop,
  'waitable.join': join,
  'thread.index': make,
  'thread.resume-later': drop,
  'thread.suspend': make,
  'thread.yield': make,
  'thread.suspend-then-resume': change,
  'thread.yield-then-resume': change,
  'thread.suspend-then-promote': change,
  'thread.yield-then-promote': change,
};

export function fixedBuiltin({ kind }: FixedBuiltin): CoreFuncType {
  return types[kind];
}

function coreFunc(params: readonly string[], results: readonly string[]): CoreFuncType {
  return { kind: 'func', params, results };
}
