import type { ComponentDefinition, Definition } from '../binary/definitions.js';
import { defineAlias } from './aliases.js';
import { defineCanonicalFunction } from './canon/canonical-function.js';
import { defineCoreInstance } from './core/core-instances.js';
import { componentTypeOf } from './component-type.js';
import { coreModuleType } from './core/core-module-type.js';
import { defineCoreType } from './core/core-type-definition.js';
import { defineExport } from './exports.js';
import { declareImport } from './imports.js';
import { defineInstance } from './instances.js';
import { introduce } from './introduce.js';
import { checkCount } from './limits.js';
import { Scope, type Validation } from './scope.js';
import { defineResource } from './types/resource-definition.js';
import { defineType } from './types/type-definition.js';
import type { ValidComponent, ValidDefinition } from './valid-component.js';
import { checkAllValuesUsed, defineStart, defineValue } from './values.js';

/** Checks a component by itself; what is around it matters to outer aliases alone. */
export function validateComponent(
  { offset, size, definitions }: ComponentDefinition,
  outer: Scope | undefined,
  validation: Validation,
): ValidComponent {
  const scope = new Scope('component', outer, validation);
  const valid: ValidDefinition[] = [];
  for (const definition of definitions) {
    const checked = defineIn(scope, definition);
    if (checked !== undefined) valid.push(checked);
  }
  checkAllValuesUsed(scope, offset);
  return { offset, size, type: componentTypeOf(scope, offset), definitions: valid };
}

/** Checks a definition of a component; gives what is left of it, which is nothing for one that only makes a type. */
export function defineIn(scope: Scope, definition: Definition): ValidDefinition | undefined {
  const { offset } = definition;
  scope.validation.work.earn();
  switch (definition.kind) {
    case 'custom':
      return undefined;
    case 'core-module': {
      const type = coreModuleType(scope.validation, definition.module, offset);
      introduce(scope, { item: type, resourceName: undefined }, offset);
      return { offset, kind: 'core-module', bytes: definition.bytes, type };
    }
    case 'core-instance':
      checkCount('instances', scope.instances.size + scope.coreInstances.size, offset);
      defineCoreInstance(scope, definition.expression, offset);
      return { offset, kind: 'core-instance', expression: definition.expression };
    case 'core-type':
      checkCount('types', scope.types.size + scope.coreTypes.size, offset);
      defineCoreType(scope, definition.type, offset);
      return undefined;
    case 'component': {
      const component = validateComponent(definition.component, scope, scope.validation);
      introduce(scope, { item: component.type, resourceName: undefined }, offset);
      return { offset, kind: 'component', component };
    }
    case 'instance':
      return defineInstance(scope, definition.expression, offset);
    case 'alias':
      return defineAlias(scope, definition.alias, offset);
    case 'type':
      if (definition.type.kind === 'resource') return defineResource(scope, definition.type, offset);
      defineType(scope, definition.type, offset);
      return undefined;
    case 'canon':
      checkCount('functions', scope.funcs.size + scope.coreFuncs.size, offset);
      return { offset, kind: 'canon', canon: defineCanonicalFunction(scope, definition.canon, offset) };
    case 'start':
      defineStart(scope, definition, offset);
      return { offset, kind: 'start' };
    case 'import': {
      const type = declareImport(scope, definition.import, offset);
      return { offset, kind: 'import', name: definition.import.name.name, type };
    }
    case 'export':
      return defineExport(scope, definition, offset);
    case 'value':
      defineValue(scope, definition, offset);
      return undefined;
  }
}
