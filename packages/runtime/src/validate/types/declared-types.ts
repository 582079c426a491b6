import type { Declaration } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { ComponentType, InstanceType } from '../../types/item-type.js';
import { defineAlias } from '../aliases.js';
import { componentTypeOf } from '../component-type.js';
import { defineCoreType } from '../core/core-type-definition.js';
import { declareExport } from '../exports.js';
import { declareImport } from '../imports.js';
import { Scope } from '../scope.js';
import { defineType } from './type-definition.js';

/** Looks up what a component type declares. */
export function componentType(outer: Scope, declarations: readonly Declaration[]): ComponentType {
  const scope = new Scope('component-type', outer, outer.validation);
  for (const declaration of declarations) declare(scope, declaration);
  return componentTypeOf(scope, declarations.at(-1)?.offset ?? 0);
}

/** Looks up what an instance type declares. */
export function instanceType(outer: Scope, declarations: readonly Declaration[]): InstanceType {
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
