import type { Canon } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { Scope } from '../scope.js';
import { resourceAt } from '../types/value-types.js';
import type { ValidCanon } from '../valid-component.js';

type ResourceCanon = Extract<Canon, { readonly resource: number }>;

/** `canon resource.new`, `resource.drop` and `resource.rep`. The component that defines a resource has all three. */
export function resourceBuiltin(
  scope: Scope,
  { kind, resource: index }: ResourceCanon,
  offset: number,
): ValidCanon {
  const resource = resourceAt(scope, index, offset);
  if (kind === 'resource.drop') {
    scope.coreFuncs.push({ kind: 'func', params: ['i32'], results: [] });
    return { kind, resource };
  }
  const rep = scope.localResources.get(resource);
  if (rep === undefined) {
    const message = `\`${kind}\` is only for resources that the component itself defines: type ${index} is not one`;
    throw compileErrorAt('not-a-local-resource', offset, message);
  }
  scope.coreFuncs.push(
    kind === 'resource.new'
      ? { kind: 'func', params: [rep], results: ['i32'] }
      : { kind: 'func', params: ['i32'], results: [rep] },
  );
  return { kind, resource };
}
