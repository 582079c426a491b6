import type { TypeDefinition } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { ResourceType } from '../../types/val-type.js';
import { requireFeature } from '../features-check.js';
import { introduce } from '../introduce.js';
import type { Scope } from '../scope.js';
import type { ValidDefinition } from '../valid-component.js';

/** Checks a resource that a component defines. */
export function defineResource(
  scope: Scope,
  { rep, dtor }: Extract<TypeDefinition, { readonly kind: 'resource' }>,
  offset: number,
): ValidDefinition {
  if (rep === 'i64')
    requireFeature(scope.validation.features, 'memory64', offset, 'a resource represented by `i64`');
  else if (rep !== 'i32') {
    throw compileErrorAt('resource-rep', offset, 'a resource is represented by another type than `i32`');
  }
  if (dtor !== undefined) checkDestructor(scope, dtor, rep, offset);
  const resource: ResourceType = { kind: 'resource', name: '', index: -1 };
  scope.localResources.set(resource, rep);
  scope.externs.definedResources.add(resource);
  introduce(scope, { item: resource, resourceName: undefined }, offset);
  return { offset, kind: 'resource', resource, dtor };
}

function checkDestructor(scope: Scope, index: number, rep: 'i32' | 'i64', offset: number): void {
  const { params, results } = scope.coreFuncs.get(index, offset);
  if (params.length === 1 && params[0] === rep && results.length === 0) return;
  const message = `core function ${index} cannot be a destructor, which takes one \`${rep}\` and gives nothing`;
  throw compileErrorAt('dtor-signature', offset, message);
}
