import type { CoreRecType } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreFuncType } from '../../types/core-type.js';
import { requireFeature } from '../features-check.js';
import type { IndexSpace } from '../index-space.js';
import type { Validation } from '../scope.js';
import type { CoreDefinedType, CoreType } from './core-types.js';

/** Adds the members of a recursion group to an index space. */
export function addRecType(
  validation: Validation,
  space: IndexSpace<CoreType>,
  rec: CoreRecType,
  offset: number,
): void {
  if (rec.types.some((type) => type.shared)) {
    requireFeature(validation.features, 'sharedEverythingThreads', offset, 'a shared core type');
  }
  const earlier = (index: number): CoreDefinedType => definedTypeAt(space, index, offset);
  for (const type of validation.coreTypes.define(rec, space.size, earlier, offset)) space.push(type);
}

/** A type that is not that of a module. */
export function definedTypeAt(space: IndexSpace<CoreType>, index: number, offset: number): CoreDefinedType {
  const type = space.get(index, offset);
  if (type.kind !== 'module') return type;
  throw compileErrorAt('core-type', offset, `core type ${index} is that of a module, where none can stand`);
}

export function funcTypeAt(space: IndexSpace<CoreType>, index: number, offset: number): CoreFuncType {
  const type = space.get(index, offset);
  if (type.kind === 'func') return type.func;
  throw compileErrorAt('not-a-core-func-type', offset, `core type ${index} is not that of a function`);
}
