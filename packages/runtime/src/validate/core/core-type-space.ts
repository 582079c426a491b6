import type { CoreRecType, CoreSubType, CoreValTypeRef } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreFuncType } from '../../types/core-type.js';
import { requireFeature } from '../features-check.js';
import type { IndexSpace } from '../index-space.js';
import type { Validation } from '../scope.js';
import { isSharedRef } from './core-val-types.js';
import type { CoreDefinedType, CoreType } from './core-types.js';

/** Where the indices of core types lead. */
export interface CoreTypeSource {
  get(index: number, offset: number): CoreType;
}

/** Adds the members of a recursion group to an index space. */
export function addRecType(
  validation: Validation,
  space: IndexSpace<CoreType>,
  rec: CoreRecType,
  offset: number,
): void {
  const earlier = (index: number): CoreDefinedType => definedTypeAt(space, index, offset);
  for (const type of defineRecType(validation, rec, space.size, earlier, offset)) space.push(type);
}

/** The members of a recursion group, the first of which has the index `start`. */
export function defineRecType(
  { features, coreTypes }: Validation,
  rec: CoreRecType,
  start: number,
  earlier: (index: number) => CoreDefinedType,
  offset: number,
): readonly CoreDefinedType[] {
  if (rec.types.some((type) => type.shared || valTypesOf(type).some(isSharedRef))) {
    requireFeature(features, 'sharedEverythingThreads', offset, 'a shared core type');
  }
  return coreTypes.define(rec, start, earlier, offset);
}

function valTypesOf({ type }: CoreSubType): readonly (CoreValTypeRef | 'i8' | 'i16')[] {
  switch (type.kind) {
    case 'func':
      return [...type.params, ...type.results];
    case 'struct':
      return type.fields.map((field) => field.type);
    case 'array':
      return [type.field.type];
  }
}

/** A type that is not that of a module. */
export function definedTypeAt(space: CoreTypeSource, index: number, offset: number): CoreDefinedType {
  const type = space.get(index, offset);
  if (type.kind !== 'module') return type;
  throw compileErrorAt('core-type', offset, `core type ${index} is that of a module, where none can stand`);
}

export function funcTypeAt(space: CoreTypeSource, index: number, offset: number): CoreFuncType {
  const type = space.get(index, offset);
  if (type.kind === 'func') return type.func;
  throw compileErrorAt('not-a-core-func-type', offset, `core type ${index} is not that of a function`);
}
