import {
  decode,
  makePlan,
  validate,
  type ComponentDefinition,
  type ComponentType,
} from '@wit-bindgen-ts/runtime/structure';
import { print } from '@wit-bindgen-ts/wit-parser';
import type { Omission } from '../decode/omission.js';
import { resolveOf } from '../decode/resolve-of.js';
import { customSection, producers } from './custom-sections.js';
import { externsOf, wasiPackages } from './externs.js';
import { instantiationGraph } from './graph/instantiation-graph.js';
import { mermaid } from './graph/mermaid.js';
import { svg } from './graph/svg.js';
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
  const { type, kind, wit, omissions } = decodeWit(definition);
  const imports = externsOf(type, 'imports');
  return {
    kind,
    bytes: bytes.length,
    producers: producers(definition),
    wit,
    omissions,
    imports,
    exports: externsOf(type, 'exports'),
    wasi: wasiPackages(imports),
    features: usedFeatures(definition),
    stringEncodings: stringEncodings(definition),
    structure: structureOf(definition),
  };
}

/** A component as WIT. @throws as {@link inspect} */
export function witOf(bytes: Uint8Array<ArrayBuffer>): string {
  return decodeWit(decode(bytes)).wit;
}

/** A drawing of what happens when a component is instantiated. @throws as {@link inspect}, and TooLargeToDraw */
export function drawingOf(bytes: Uint8Array<ArrayBuffer>, kind: 'mermaid' | 'svg'): string {
  const definition = decode(bytes);
  const planned = makePlan(validate(definition, allFeatures));
  const graph = instantiationGraph(planned, structureOf(definition));
  return kind === 'mermaid' ? mermaid(graph) : svg(graph);
}

interface DecodedComponent {
  readonly type: ComponentType;
  readonly kind: Inspection['kind'];
  readonly wit: string;
  readonly omissions: readonly Omission[];
}

function decodeWit(definition: ComponentDefinition): DecodedComponent {
  const component = validate(definition, allFeatures);
  const docs = customSection(definition, 'package-docs');
  const decoded = resolveOf(component.type, { component, ...(docs !== undefined && { docs }) });
  return {
    type: component.type,
    kind: decoded.kind === 'component' ? 'component' : 'wit-package',
    wit: print(decoded.resolve, { package: decoded.package }),
    omissions: decoded.omissions,
  };
}
