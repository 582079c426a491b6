import {
  CompileError,
  defaultFeatures,
  validate,
  type ComponentDefinition,
  type FeatureName,
  type Features,
} from '@wit-bindgen-ts/runtime/structure';
import type { UsedFeature } from './inspection.js';

const names = Object.keys(defaultFeatures).filter((name): name is FeatureName => name in defaultFeatures);

/** Every feature that the standard gates: what is looked at need not run. */
export const allFeatures: Features = withFeatures(() => true);

/** The gated features without which the component is not valid: if it needs any, each is left out in turn. */
export function usedFeatures(definition: ComponentDefinition): UsedFeature[] {
  const isPlain = isValid(
    definition,
    withFeatures(() => false),
  );
  if (isPlain) return [];
  const used = names.filter(
    (name) =>
      !isValid(
        definition,
        withFeatures((each) => each !== name),
      ),
  );
  return used.map((name) => ({ name, onByDefault: defaultFeatures[name] }));
}

function isValid(definition: ComponentDefinition, features: Features): boolean {
  try {
    validate(definition, features);
    return true;
  } catch (error) {
    if (error instanceof CompileError) return false;
    throw error;
  }
}

function withFeatures(isOn: (name: FeatureName) => boolean): Features {
  const features = { ...defaultFeatures };
  return Object.assign(features, Object.fromEntries(names.map((name) => [name, isOn(name)])));
}
