import type { CoreSubType, CoreValTypeRef } from '../../binary/core-definitions.js';
import type { BuiltinCanon } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreFuncType } from '../../types/core-type.js';
import { isSubtype } from '../core/core-supertypes.js';
import { coreFuncText } from '../core/core-subtyping.js';
import { addRecType, funcTypeAt } from '../core/core-type-space.js';
import type { CoreDefinedFuncType, CoreType } from '../core/core-types.js';
import { requireFeature } from '../features-check.js';
import { IndexSpace } from '../index-space.js';
import type { Scope } from '../scope.js';

type Thread<Kind extends BuiltinCanon['kind']> = Extract<BuiltinCanon, { readonly kind: Kind }>;

/** `thread.new-indirect`: the function that a thread starts with is in a table. */
export function newIndirect(
  scope: Scope,
  canon: Thread<'thread.new-indirect'>,
  offset: number,
): CoreFuncType {
  const start = startType(scope, canon, false, offset);
  const address = tableAddress(scope, canon, false, offset);
  return { kind: 'func', params: [address, start.context], results: ['i32'] };
}

/** `thread.spawn-ref`: the function that a thread starts with is a reference. */
export function spawnRef(scope: Scope, canon: Thread<'thread.spawn-ref'>, offset: number): CoreFuncType {
  const { type, context } = startType(scope, canon, canon.shared, offset);
  const reference: CoreValTypeRef = { nullable: true, heap: 0, shared: false };
  return builtin(scope, canon.shared, [reference, context], type, offset);
}

export function spawnIndirect(
  scope: Scope,
  canon: Thread<'thread.spawn-indirect'>,
  offset: number,
): CoreFuncType {
  const { context } = startType(scope, canon, canon.shared, offset);
  const address = tableAddress(scope, canon, canon.shared, offset);
  return builtin(scope, canon.shared, [address, context], undefined, offset);
}

export function availableParallelism(
  scope: Scope,
  canon: Thread<'thread.available-parallelism'>,
  offset: number,
): CoreFuncType {
  return builtin(scope, canon.shared, [], undefined, offset);
}

/** The type of a thread's first function, and that of its one parameter. */
function startType(
  scope: Scope,
  { kind, type: index }: { readonly kind: string; readonly type: number },
  shared: boolean,
  offset: number,
): { readonly type: CoreDefinedFuncType; readonly context: 'i32' | 'i64' } {
  const type = scope.coreTypes.get(index, offset);
  if (type.kind !== 'func') {
    throw compileErrorAt('not-a-core-func-type', offset, `core type ${index} is not that of a function`);
  }
  const [context, ...more] = type.func.params;
  const isContext = (context === 'i32' || context === 'i64') && more.length === 0;
  if (!isContext || type.func.results.length > 0) {
    const message = `\`${kind}\` starts a function of type [i32] -> [], not ${coreFuncText(type.func)}`;
    throw compileErrorAt('core-signature', offset, message);
  }
  if (type.shared !== shared) {
    const message = `\`${kind}\` starts a function that is ${shared ? '' : 'not '}shared, unlike core type ${index}`;
    throw compileErrorAt('core-signature', offset, message);
  }
  if (context === 'i64') {
    requireFeature(
      scope.validation.features,
      'memory64',
      offset,
      `\`${kind}\` with a parameter of type \`i64\``,
    );
  }
  return { type, context };
}

/** The type of an index of the table that first functions are in. */
function tableAddress(
  scope: Scope,
  { kind, table: index }: { readonly kind: string; readonly table: number },
  shared: boolean,
  offset: number,
): 'i32' | 'i64' {
  const table = scope.coreTables.get(index, offset);
  const element = shared ? '(ref null (shared func))' : 'funcref';
  const fits = table.shared === shared && isSubtype(scope.validation.coreTypes, table.element, element);
  if (!fits) {
    const message = `\`${kind}\` takes functions from a table of \`${element}\`${shared ? ' that is shared' : ''}: core table ${index} is another`;
    throw compileErrorAt('core-argument-type', offset, message);
  }
  if (table.limits.address === 'i64') {
    requireFeature(
      scope.validation.features,
      'memory64',
      offset,
      `\`${kind}\` with a table of 64-bit indices`,
    );
  }
  return table.limits.address;
}

/** A function that results in an `i32`. Shared functions have a type of their own. In `params`, 0 stands for `start`. */
function builtin(
  scope: Scope,
  shared: boolean,
  params: readonly CoreValTypeRef[],
  start: CoreDefinedFuncType | undefined,
  offset: number,
): CoreFuncType {
  const space = new IndexSpace<CoreType>('core type');
  if (start !== undefined) space.push(start);
  const type: CoreSubType = {
    final: true,
    supertypes: [],
    shared,
    type: { kind: 'func', params, results: ['i32'] },
  };
  const index = space.size;
  addRecType(scope.validation, space, { kind: 'rec', types: [type] }, offset);
  return funcTypeAt(space, index, offset);
}
