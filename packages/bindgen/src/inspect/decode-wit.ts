import {
  decode,
  validate,
  type ComponentDefinition,
  type ComponentType,
} from '@wit-bindgen-ts/runtime/structure';
import { resolveOf, type DecodedWit } from '../decode/resolve-of.js';
import { customSection } from './custom-sections.js';
import { allFeatures } from './used-features.js';

/** What a component is in WIT, and what it is itself. */
export interface DecodedComponent extends DecodedWit {
  readonly type: ComponentType;
}

/**
 * Decodes a component, or a WIT package in binary form, to WIT.
 *
 * @param world - The name that the world of a component gets: it has none. `root` unless given.
 * @throws CompileError if it is not a valid one, even with all features on.
 */
export function decodeWit(bytes: Uint8Array<ArrayBuffer>, world?: string): DecodedComponent {
  return witOfDefinition(decode(bytes), world);
}

export function witOfDefinition(definition: ComponentDefinition, world?: string): DecodedComponent {
  const component = validate(definition, allFeatures);
  const docs = customSection(definition, 'package-docs');
  const options = { component, ...(docs !== undefined && { docs }), ...(world !== undefined && { world }) };
  return { ...resolveOf(component.type, options), type: component.type };
}
