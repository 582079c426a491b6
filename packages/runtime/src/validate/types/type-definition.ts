import type { Declaration, TypeDefinition } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import { childrenOf } from '../../types/contains.js';
import type { ComponentType, InstanceType, TypeItem } from '../../types/item-type.js';
import { defineAlias } from '../aliases.js';
import { componentTypeOf } from '../component-type.js';
import { defineCoreType } from '../core/core-type-definition.js';
import { declareExport } from '../exports.js';
import { declareImport } from '../imports.js';
import { checkCount } from '../limits.js';
import { Scope } from '../scope.js';
import { funcType } from './func-types.js';
import { checkFacts } from './type-facts.js';
import { checkValueSize } from './value-size.js';
import { valType } from './value-types.js';

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
      checkValueSize(type, offset);
      return type;
    }
  }
}

/** Looks up what a component type declares. */
function componentType(outer: Scope, declarations: readonly Declaration[]): ComponentType {
  const scope = new Scope('component-type', outer, outer.validation);
  for (const declaration of declarations) declare(scope, declaration);
  return componentTypeOf(scope, declarations.at(-1)?.offset ?? 0);
}

/** Looks up what an instance type declares. */
function instanceType(outer: Scope, declarations: readonly Declaration[]): InstanceType {
  const scope = new Scope('instance-type', outer, outer.validation);
  for (const declaration of declarations) declare(scope, declaration);
  const { exports, definedResources } = scope.externs;
  const attributes = scope.externs.attributes('export');
  return {
    kind: 'instance',
    exports,
    ...(attributes === undefined ? {} : { attributes }),
    ...(definedResources.size === 0 ? {} : { resources: [...definedResources] }),
  };
}

function declare(scope: Scope, declaration: Declaration): void {
  const { offset } = declaration;
  scope.validation.work.earn();
  switch (declaration.kind) {
    case 'core-type':
      defineCoreType(scope, declaration.type, offset);
      return;
    case 'type':
      if (declaration.type.kind === 'resource') {
        const message = 'a resource is defined inside a component type or instance type';
        throw compileErrorAt('resource-in-type', offset, message);
      }
      defineType(scope, declaration.type, offset);
      return;
    case 'alias':
      defineAlias(scope, declaration.alias, offset);
      return;
    case 'import':
      if (scope.kind === 'instance-type') {
        throw compileErrorAt('import-in-instance', offset, 'an instance type has an import');
      }
      declareImport(scope, declaration.import, offset);
      return;
    case 'export':
      declareExport(scope, declaration.export, offset);
  }
}
