import { decode, validate, type ComponentDefinition } from '@wit-bindgen-ts/runtime/structure';
import { print } from '@wit-bindgen-ts/wit-parser';
import { resolveOf } from '../decode/resolve-of.js';
import { customSection, producers } from './custom-sections.js';
import { externsOf, wasiPackages } from './externs.js';
import type { Inspection } from './inspection.js';
import { stringEncodings } from './string-encodings.js';
import { structureOf } from './structure.js';
import { allFeatures, usedFeatures } from './used-features.js';

/**
 * Finds out what a component is.
 *
 * @throws CompileError if it is not a valid one, even with all features on.
 */
export function inspect(bytes: Uint8Array<ArrayBuffer>): Inspection {
  const definition = decode(bytes);
  const { type, ...wit } = witOf(definition);
  const imports = externsOf(type, 'imports');
  return {
    kind: wit.kind === 'component' ? 'component' : 'wit-package',
    bytes: bytes.length,
    producers: producers(definition),
    wit: wit.text,
    omissions: wit.omissions,
    imports,
    exports: externsOf(type, 'exports'),
    wasi: wasiPackages(imports),
    features: usedFeatures(definition),
    stringEncodings: stringEncodings(definition),
    structure: structureOf(definition),
  };
}

/** The component as WIT, and no more. */
export function witOf(definition: ComponentDefinition) {
  const component = validate(definition, allFeatures);
  const docs = customSection(definition, 'package-docs');
  const decoded = resolveOf(component.type, { component, ...(docs !== undefined && { docs }) });
  const text = print(decoded.resolve, { package: decoded.package });
  return { type: component.type, text, kind: decoded.kind, omissions: decoded.omissions };
}
