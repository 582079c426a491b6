import type { Attribute } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import { isCanonicalVersion, isVersion } from '../../names/version.js';
import type { ComponentItem } from '../../types/item-type.js';
import { requireFeature } from '../features-check.js';
import type { Features } from '../features.js';
import { parseImplements, type ParsedName } from '../names/extern-name.js';

/** An attribute, and what it is said about. */
interface Attributed {
  readonly name: ParsedName;
  readonly item: ComponentItem;
  readonly value: string;
  readonly offset: number;
}

/** As the text format spells them. */
const spelling = {
  implements: 'implements',
  'version-suffix': 'versionsuffix',
  'external-id': 'external-id',
} as const;

/**
 * Checks the attributes of an import or export.
 *
 * @throws {CompileError} `attribute` or `gated-feature`
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions
 */
export function checkAttributes(
  name: ParsedName,
  attributes: readonly Attribute[],
  item: ComponentItem,
  features: Features,
  offset: number,
): void {
  const seen = new Set<Attribute['kind']>();
  for (const { kind, value } of attributes) {
    const feature = kind === 'version-suffix' ? 'canonicalInterfaceNames' : 'implements';
    requireFeature(features, feature, offset, `the attribute \`${spelling[kind]}\``);
    if (seen.has(kind)) throw wrong(offset, `\`${name.text}\` has \`${spelling[kind]}\` twice`);
    seen.add(kind);
    if (kind === 'implements') checkImplements({ name, item, value, offset }, features);
    if (kind === 'version-suffix') checkVersionSuffix({ name, item, value, offset });
  }
}

/** Only an instance implements an interface; and it does not if its own name is that of an interface. */
function checkImplements({ name, item, value, offset }: Attributed, features: Features): void {
  if (name.kind !== 'plain') {
    throw wrong(offset, `\`${name.text}\` cannot have \`implements\`: only plain names can`);
  }
  checkInstance(name, item, 'implements', offset);
  parseImplements(value, features, offset);
}

/** The suffix is what the canonical name has left out of the version. */
function checkVersionSuffix({ name, item, value, offset }: Attributed): void {
  checkInstance(name, item, 'versionsuffix', offset);
  const version = name.kind === 'interface' ? name.version : undefined;
  if (version === undefined || !isCanonicalVersion(version)) {
    const message = `\`${name.text}\` cannot have \`versionsuffix\`: its own version would have to be short, as in \`@1\``;
    throw wrong(offset, message);
  }
  if (!isVersion(version + value)) {
    throw wrong(
      offset,
      `\`${version}${value}\`, the whole version of \`${name.text}\`, is not a semantic version`,
    );
  }
}

function checkInstance(name: ParsedName, item: ComponentItem, attribute: string, offset: number): void {
  if (item.kind === 'instance') return;
  throw wrong(offset, `\`${name.text}\` cannot have \`${attribute}\`: only instances can`);
}

function wrong(offset: number, message: string) {
  return compileErrorAt('attribute', offset, message);
}
