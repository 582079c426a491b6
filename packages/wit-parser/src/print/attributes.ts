import type { Stability } from '../resolve/model.js';
import { documentationLines } from './documentation.js';
import { identifier } from './names.js';

/** What an item may have before it. */
export interface Prelude {
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
  readonly externalId?: string | undefined;
}

/** Documentation, gates and the external id: all that stands before an item. */
export function preludeLines({ docs, stability, externalId }: Prelude): string[] {
  return [
    ...documentationLines(docs),
    ...(stability === undefined ? [] : gateLines(stability)),
    ...(externalId === undefined ? [] : [`@external-id(${stringLiteral(externalId)})`]),
  ];
}

function gateLines(stability: Stability): string[] {
  const gate =
    stability.kind === 'stable'
      ? `@since(version = ${stability.since})`
      : `@unstable(feature = ${identifier(stability.feature)})`;
  const { deprecated } = stability;
  return deprecated === undefined ? [gate] : [gate, `@deprecated(version = ${deprecated})`];
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** What cannot be seen, or may not stand in WIT at all: see `forbidden-characters.ts`. */
const escaped = /["\\]|\p{C}|(?! )\p{Z}|[\u0149\u0673\u0f77\u0f79\u17a3\u17a4\u17b4\u17b5]/gu;

function stringLiteral(value: string): string {
  const body = value.replace(
    escaped,
    (character) => escapes.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${body}"`;
}
