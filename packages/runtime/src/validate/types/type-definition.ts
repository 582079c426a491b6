import { sizeOf } from '../../abi/layout.js';
import type { TypeDefinition } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import { childrenOf } from '../../types/contains.js';
import type { TypeItem } from '../../types/item-type.js';
import { checkCount } from '../limits.js';
import type { Scope } from '../scope.js';
import { componentType, instanceType } from './declared-types.js';
import { funcType } from './func-types.js';
import { checkFacts } from './type-facts.js';
import { valType } from './value-types.js';

/** The size of a value in memory has to be less. */
const maxValueSize = 2 ** 28;

/** A definition of any type but a resource. */
export type PlainTypeDefinition = Exclude<TypeDefinition, { readonly kind: 'resource' }>;

/** Adds a type to the index space. */
export function defineType(scope: Scope, definition: PlainTypeDefinition, offset: number): void {
  const type = definedType(scope, definition, offset);
  checkFacts(type, offset);
  checkCount('types', scope.types.size + scope.coreTypes.size, offset);
  scope.types.push({ kind: 'type', type });
}

function definedType(scope: Scope, definition: PlainTypeDefinition, offset: number): TypeItem['type'] {
  switch (definition.kind) {
    case 'func':
      return funcType(scope, definition, offset);
    case 'component-type':
      return componentType(scope, definition.declarations);
    case 'instance-type':
      return instanceType(scope, definition.declarations);
    default: {
      const type = valType(scope, definition, offset);
      scope.validation.work.earn(childrenOf(type).length);
      checkFacts(type, offset);
      if (sizeOf(type, 'i64') < maxValueSize) return type;
      throw compileErrorAt('value-too-large', offset, 'a value of this type takes 256 MiB of memory or more');
    }
  }
}
