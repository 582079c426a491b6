import type { ComponentDefinition } from '../binary/definitions.js';
import { CoreTypes } from './core/core-types.js';
import { defineIn } from './definitions.js';
import type { Features } from './features.js';
import { Scope, type Validation } from './scope.js';
import { componentTypeOf } from './component-type.js';
import type { ValidComponent, ValidDefinition } from './valid-component.js';
import { checkAllValuesUsed } from './values.js';
import { Work } from './work.js';

/**
 * Checks all that the standard asks of a component, of those inside of it too, whether they are instantiated or not.
 *
 * @throws {CompileError} at the first definition that is not valid
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
export function validate(definition: ComponentDefinition, features: Features): ValidComponent {
  const validation: Validation = {
    features,
    coreTypes: new CoreTypes(),
    work: new Work(),
  };
  return validateComponent(definition, undefined, validation);
}

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
