import type { ComponentItem, ComponentType, ExternAttributes } from '@wit-bindgen-ts/runtime/structure';
import { attributeOf, parsePackageItem } from '../decode/extern-names.js';
import type { Extern, ExternKind, WasiPackage } from './inspection.js';

export function externsOf(type: ComponentType, direction: 'imports' | 'exports'): Extern[] {
  const attributes = type.attributes?.[direction];
  return [...type[direction]].map(([name, item]) => extern(name, item, attributes));
}

const kinds: Readonly<Record<ComponentItem['kind'], ExternKind>> = {
  func: 'function',
  instance: 'interface',
  component: 'component',
  module: 'core module',
  resource: 'resource',
  type: 'type',
  value: 'value',
};

function extern(name: string, item: ComponentItem, attributes: ExternAttributes | undefined): Extern {
  const implemented = attributeOf(attributes?.get(name) ?? [], 'implements');
  return {
    name,
    kind: kinds[item.kind],
    ...(implemented !== undefined && { implements: implemented }),
    ...(item.kind === 'instance' && { functions: countFunctions(item.exports.values()) }),
  };
}

function countFunctions(items: Iterable<ComponentItem>): number {
  return [...items].filter(({ kind }) => kind === 'func').length;
}

/** The packages of WASI that a component imports interfaces of, each version by itself. */
export function wasiPackages(imports: readonly Extern[]): WasiPackage[] {
  const found = new Map<string, { package: string; version: string | null; interfaces: string[] }>();
  for (const each of imports) {
    const item = parsePackageItem(each.implements ?? each.name);
    if (item?.package.namespace !== 'wasi') continue;
    const { namespace, name, version = null } = item.package;
    const key = `${name}@${version ?? ''}`;
    const entry = found.get(key) ?? { package: `${namespace}:${name}`, version, interfaces: [] };
    if (!entry.interfaces.includes(item.name)) entry.interfaces.push(item.name);
    found.set(key, entry);
  }
  return [...found.values()];
}
