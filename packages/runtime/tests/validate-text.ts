/** What the tests of validation share: components written as text, of which nothing is compiled. */
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { decode } from '../src/binary/decode.js';
import { CompileError } from '../src/errors/compile-error.js';
import { defaultFeatures, type FeatureName, type Features } from '../src/validate/features.js';
import { validate } from '../src/validate/validate.js';
import type { ValidComponent } from '../src/validate/valid-component.js';

/** Validates a component, with some features on that are off by default. */
export function validateText(text: string, ...on: readonly FeatureName[]): ValidComponent {
  return validate(decode(encodeComponent(text)), featuresWith(on));
}

/** What is wrong with a component, as `code: message`; `valid` if nothing is. */
export function problemOf(text: string, ...on: readonly FeatureName[]): string {
  return problemIn(() => validateText(text, ...on));
}

/** The same, of anything that validates. */
export function problemIn(run: () => unknown): string {
  try {
    run();
    return 'valid';
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return error.problems.map(({ code, message }) => `${code}: ${message}`).join('; ');
  }
}

/** The features that are on by default, and some more. */
export function featuresWith(on: readonly FeatureName[]): Features {
  return { ...defaultFeatures, ...Object.fromEntries(on.map((name) => [name, true])) };
}
