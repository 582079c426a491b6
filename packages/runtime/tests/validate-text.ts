/** What the tests of validation share: components written as text, of which nothing is compiled. */
import { CompileError } from '../src/errors/compile-error.js';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { decode } from '../src/binary/decode.js';
import { defaultFeatures, type FeatureName } from '../src/validate/features.js';
import { validate } from '../src/validate/validate.js';
import type { ValidComponent } from '../src/validate/valid-component.js';

/** Validates a component, with some features on that are off by default. */
export function validateText(text: string, ...on: readonly FeatureName[]): ValidComponent {
  const features = { ...defaultFeatures, ...Object.fromEntries(on.map((name) => [name, true])) };
  return validate(decode(encodeComponent(text)), features);
}

/** What is wrong with a component, as `code: message`; `valid` if nothing is. */
export function problemOf(text: string, ...on: readonly FeatureName[]): string {
  try {
    validateText(text, ...on);
    return 'valid';
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return error.problems.map(({ code, message }) => `${code}: ${message}`).join('; ');
  }
}
