import type { ComponentType } from '@wit-bindgen-ts/runtime/structure';
import type { PackageName } from '@wit-bindgen-ts/wit-parser';
import type { Draft, PackageDraft } from './draft.js';
import { parsePackageItem } from './extern-names.js';
import type { InterfaceDecoder } from './interface-decoder.js';
import { NotInWit } from './omission.js';
import type { WorldDecoder } from './world-decoder.js';

/** The component types that a component exports, if it does nothing else: then it is a WIT package. */
export function packageItems({
  imports,
  exports,
}: ComponentType): ReadonlyMap<string, ComponentType> | undefined {
  const items = new Map<string, ComponentType>();
  if (imports.size > 0 || exports.size === 0) return undefined;
  for (const [name, item] of exports) {
    if (item.kind !== 'type' || item.type.kind !== 'component') return undefined;
    items.set(name, item.type);
  }
  return items;
}

/**
 * Decodes a WIT package: each interface is a component type that exports an instance, each world one that exports a
 * component. An older form has all of them in one, named `ns:pkg/wit`.
 *
 * @throws NotInWit when it has another form
 */
export function decodePackage(
  draft: Draft,
  interfaces: InterfaceDecoder,
  worlds: WorldDecoder,
  items: ReadonlyMap<string, ComponentType>,
): PackageDraft {
  let main: PackageDraft | undefined;
  for (const [key, { imports, exports }] of items) {
    const whole = parsePackageItem(key);
    for (const [name, item] of imports) {
      const imported = parsePackageItem(name);
      if (item.kind === 'instance' && imported !== undefined)
        interfaces.named(imported, item, `${key} › ${name}`);
    }
    for (const [name, item] of exports) {
      const full = parsePackageItem(name) ?? (whole && { package: whole.package, name });
      if (full === undefined) throw new NotInWit(`names its item \`${name}\` without a package`);
      main ??= draft.package(whole?.package ?? full.package);
      if (item.kind === 'instance') interfaces.named(full, item, name);
      else if (item.kind === 'component') worlds.decode(draft.package(full.package), full.name, item);
    }
  }
  return main ?? draft.package(unnamed);
}

const unnamed: PackageName = { namespace: 'root', name: 'package' };
