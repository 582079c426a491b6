import type { FuncTypeDefinition } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { FuncType } from '../../types/item-type.js';
import { requireFeature } from '../features-check.js';
import type { Scope } from '../scope.js';
import { factsOf } from './type-facts.js';
import { labelledTypes, resolveValType } from './value-types.js';

/** Looks up what a function type is made of. */
export function funcType(scope: Scope, definition: FuncTypeDefinition, offset: number): FuncType {
  if (definition.async) requireFeature(scope.validation.features, 'async', offset, 'an `async` function');
  const params = labelledTypes(scope, 'function parameter', definition.params, offset);
  if (definition.result === undefined) return { kind: 'func', async: definition.async, params };
  const result = resolveValType(scope, definition.result, offset);
  if (factsOf(result).holdsBorrow) {
    throw compileErrorAt('borrow-result', offset, 'the result of a function holds a borrow handle');
  }
  return { kind: 'func', async: definition.async, params, result };
}
