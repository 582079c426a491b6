import type { Canon } from '../../binary/definitions.js';
import type { Scope } from '../scope.js';
import type { ValidCanon } from '../valid-component.js';
import { builtinType } from './builtins.js';
import { lift } from './lift.js';
import { lower } from './lower.js';
import { resourceBuiltin } from './resource-builtins.js';

/**
 * Checks a canonical definition, and adds the function that it makes to the index space of its sort.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canonical-definitions
 */
export function defineCanonicalFunction(scope: Scope, canon: Canon, offset: number): ValidCanon {
  switch (canon.kind) {
    case 'lift':
      return lift(scope, canon, offset);
    case 'lower':
      return lower(scope, canon, offset);
    case 'resource.new':
    case 'resource.drop':
    case 'resource.rep':
      return resourceBuiltin(scope, canon, offset);
    default:
      scope.coreFuncs.push(builtinType(scope, canon, offset));
      return { kind: 'builtin', name: canon.kind };
  }
}
