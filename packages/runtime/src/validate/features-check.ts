import { compileErrorAt } from '../errors/compile-error.js';
import type { FeatureName, Features } from './features.js';

/**
 * Stands where the standard gates something.
 *
 * @param what - What needs the feature, as a sentence begins: `a list of fixed length`.
 * @throws {CompileError} `gated-feature`, if the feature is off.
 */
export function requireFeature(features: Features, name: FeatureName, offset: number, what: string): void {
  if (features[name]) return;
  const message = `${what} needs a feature that is off: \`CompileOptions.features.${name}\` turns it on`;
  throw compileErrorAt('gated-feature', offset, message);
}
