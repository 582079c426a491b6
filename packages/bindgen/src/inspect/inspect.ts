import { decode, makePlan, validate } from '@wit-bindgen-ts/runtime/structure';
import { print } from '@wit-bindgen-ts/wit-parser';
import { producers } from './custom-sections.js';
import { decodeWit, witOfDefinition, type DecodedComponent } from './decode-wit.js';
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
  const decoded = witOfDefinition(definition);
  const { type, kind, omissions } = decoded;
  const imports = externsOf(type, 'imports');
  return {
    kind: kind === 'component' ? 'component' : 'wit-package',
    bytes: bytes.length,
    producers: producers(definition),
    wit: textOf(decoded),
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
  return textOf(decodeWit(bytes));
}

/** A drawing of what happens when a component is instantiated. @throws as {@link inspect}, and TooLargeToDraw */
export function drawingOf(bytes: Uint8Array<ArrayBuffer>, kind: 'mermaid' | 'svg'): string {
  const definition = decode(bytes);
  const planned = makePlan(validate(definition, allFeatures));
  const graph = instantiationGraph(planned, structureOf(definition));
  return kind === 'mermaid' ? mermaid(graph) : svg(graph);
}

function textOf(decoded: DecodedComponent): string {
  return print(decoded.resolve, { package: decoded.package });
}
