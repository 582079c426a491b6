import type { ComponentDefinition } from '../binary/definitions.js';
import { CoreTypes } from './core/core-types.js';
import { validateComponent } from './definitions.js';
import type { Features } from './features.js';
import type { Validation } from './scope.js';
import type { ValidComponent } from './valid-component.js';
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
