import type { Features } from '../features.js';
import { implementationForm, readImplementationName } from './implementation-name.js';
import { readInterfaceName } from './interface-name.js';
import { NameText } from './name-text.js';

/** The name of an import or export, in its parts. `text` is the whole of it. */
export type ParsedName = { readonly text: string } & NameParts;

type NameParts =
  | { readonly kind: 'plain'; readonly label: string }
  | AnnotatedParts
  | InterfaceParts
  /** What says which implementation is to be imported: by address, by hash, or as a package. */
  | { readonly kind: 'implementation' };

export type AnnotatedParts =
  | { readonly kind: 'constructor'; readonly resource: string }
  | { readonly kind: 'method' | 'static'; readonly resource: string; readonly label: string };

export interface InterfaceParts {
  readonly kind: 'interface';
  /** `ns:pkg/iface`, without a version. */
  readonly path: string;
  readonly version: string | undefined;
}

/**
 * Reads the name of an import or export.
 *
 * @throws {CompileError} `extern-name`, `not-kebab-case`, or `gated-feature`
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#import-and-export-definitions
 */
export function parseExternName(text: string, features: Features, offset: number): ParsedName {
  const name = new NameText(text, features, offset);
  return { text, ...readParts(name) };
}

/**
 * Reads the value of the attribute `implements`.
 *
 * @throws {CompileError} `attribute` or `gated-feature`
 */
export function parseImplements(text: string, features: Features, offset: number): InterfaceParts {
  return readInterfaceName(new NameText(text, features, offset, 'implements'));
}

function readParts(name: NameText): NameParts {
  const { text } = name;
  for (const kind of ['constructor', 'method', 'static'] as const) {
    const annotation = `[${kind}]`;
    if (text.startsWith(annotation)) return readAnnotated(name, kind, text.slice(annotation.length));
  }
  const form = implementationForm(text);
  if (form !== undefined) {
    readImplementationName(name, form);
    return { kind: 'implementation' };
  }
  if (text.includes(':')) return readInterfaceName(name);
  return { kind: 'plain', label: name.label(text) };
}

function readAnnotated(name: NameText, kind: AnnotatedParts['kind'], annotated: string): AnnotatedParts {
  if (kind === 'constructor') return { kind, resource: name.label(annotated) };
  const dot = annotated.indexOf('.');
  if (dot === -1) {
    const message = `\`${name.text}\` names no function: a \`.\` stands between a resource and its function`;
    throw name.error('extern-name', message);
  }
  const resource = name.label(annotated.slice(0, dot));
  return { kind, resource, label: name.label(annotated.slice(dot + 1)) };
}
