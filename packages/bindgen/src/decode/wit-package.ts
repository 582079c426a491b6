import type { ComponentItem, ComponentType } from '@wit-bindgen-ts/runtime/structure';
import type { Draft, PackageDraft } from './draft.js';
import { parsePackageItem, type PackageItem } from './extern-names.js';
import type { InterfaceDecoder } from './interface-decoder.js';
import type { WorldDecoder } from './world-decoder.js';

/** Interfaces and worlds of a package; those that it takes from others are imports. */
export interface PackagePart {
  readonly imports: readonly PackageEntry[];
  /** Not empty. */
  readonly exports: readonly PackageEntry[];
}

interface PackageEntry {
  readonly name: PackageItem;
  readonly item: ComponentItem;
}

/**
 * The parts of a WIT package, if a component is one: then it does nothing but export component types, one for each
 * interface, which exports an instance, and for each world, which exports a component. An older form has all of them in
 * one, named `ns:pkg/wit`.
 */
export function packageParts({ imports, exports }: ComponentType): PackagePart[] | undefined {
  if (imports.size > 0 || exports.size === 0) return undefined;
  const parts: PackagePart[] = [];
  for (const [key, item] of exports) {
    if (item.kind !== 'type' || item.type.kind !== 'component') return undefined;
    const whole = parsePackageItem(key);
    const part = {
      imports: entriesOf(item.type.imports),
      exports: entriesOf(item.type.exports, whole?.name === 'wit' ? whole : undefined),
    };
    if (part.imports === undefined || part.exports === undefined || part.exports.length === 0)
      return undefined;
    parts.push({ imports: part.imports, exports: part.exports });
  }
  return parts;
}

function entriesOf(
  items: ReadonlyMap<string, ComponentItem>,
  whole?: PackageItem,
): PackageEntry[] | undefined {
  const entries: PackageEntry[] = [];
  for (const [text, item] of items) {
    const name = parsePackageItem(text) ?? (whole && { package: whole.package, name: text });
    if (name === undefined || (item.kind !== 'instance' && item.kind !== 'component')) return undefined;
    entries.push({ name, item });
  }
  return entries;
}

/** Decodes a WIT package. */
export function decodePackage(
  draft: Draft,
  interfaces: InterfaceDecoder,
  worlds: WorldDecoder,
  parts: readonly PackagePart[],
): PackageDraft | undefined {
  let main: PackageDraft | undefined;
  for (const { imports, exports } of parts) {
    for (const { name, item } of [...imports, ...exports])
      if (item.kind === 'instance') interfaces.named(name, item, name.name);
    for (const { name, item } of exports) {
      const owner = draft.package(name.package);
      main ??= owner;
      if (item.kind === 'component') worlds.decode(owner, name.name, item);
    }
  }
  return main;
}
