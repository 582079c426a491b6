import type { ComponentType, ValidComponent } from '@wit-bindgen-ts/runtime/structure';
import type { PackageId, Resolve } from '@wit-bindgen-ts/wit-parser';
import { Draft } from './draft.js';
import { InterfaceDecoder } from './interface-decoder.js';
import type { Omission } from './omission.js';
import { addPackageDocs } from './package-docs.js';
import { TypeDecoder } from './type-decoder.js';
import { TypeOrigins } from './type-origins.js';
import { decodePackage, packageParts } from './wit-package.js';
import { WorldDecoder } from './world-decoder.js';

/** What a component is in WIT. */
export interface DecodedWit {
  readonly resolve: Resolve;
  /** The package of the world; for a WIT package, that one. */
  readonly package: PackageId;
  readonly kind: 'component' | 'package';
  /** What WIT has no words for. */
  readonly omissions: readonly Omission[];
}

export interface DecodeOptions {
  /** With this, names are followed through the components that are instantiated. */
  readonly component?: ValidComponent;
  /** The section `package-docs`, which has the documentation of a WIT package. */
  readonly docs?: Uint8Array;
  /** What the world of a component is called, which has no name itself; `root` unless given. */
  readonly world?: string;
}

/**
 * Decodes the type of a component to WIT: the world `root` in the package `root:component`, unless it is given another name. Of interfaces it has what the
 * component imports and exports of them, and no documentation. A component that only exports types as WIT packages have
 * them is decoded to that package.
 */
export function resolveOf(
  type: ComponentType,
  { component, docs, world = 'root' }: DecodeOptions = {},
): DecodedWit {
  const draft = new Draft();
  const omissions: Omission[] = [];
  const types = new TypeDecoder(draft, new TypeOrigins(component));
  const interfaces = new InterfaceDecoder(draft, types, omissions);
  const worlds = new WorldDecoder(draft, types, interfaces, omissions);
  const parts = packageParts(type);
  const decoded = parts && decodePackage(draft, interfaces, worlds, parts);
  const main = decoded ?? draft.package({ namespace: 'root', name: 'component' });
  if (decoded === undefined) worlds.decode(main, world, type);
  if (docs !== undefined) addPackageDocs(draft, main, docs);
  const resolve = draft.finish();
  return {
    resolve,
    package: resolve.packages.findIndex(({ name }) => name === main.name),
    kind: decoded === undefined ? 'component' : 'package',
    omissions,
  };
}
