import {
  interfaceKey,
  type Func,
  type Interface,
  type InterfaceId,
  type TypeDef,
  type World,
  type WorldItem,
} from '@wit-bindgen-ts/wit-parser';
import { componentKey, identityOf } from '../wit/interface-identity.js';
import type { WitLookup } from '../wit/wit-lookup.js';

/** A group of items whose names share a place: a world's imports or exports, or an interface. */
export interface ItemGroup {
  /** How messages call it; empty for the world itself. */
  readonly path: string;
  readonly interface?: Interface;
  readonly types: readonly TypeDef[];
  readonly functions: readonly Func[];
}

/** Everything that generation for a world meets, each interface once. */
export function itemGroups(lookup: WitLookup, world: World): ItemGroup[] {
  const items = [...world.imports, ...world.exports];
  const interfaces = new Map<InterfaceId, string>();
  for (const [key, item] of items) {
    if (item.kind !== 'interface' || interfaces.has(item.id)) continue;
    interfaces.set(item.id, componentKey(identityOf(lookup, item.id, key)));
  }
  return [
    worldGroup(lookup, [...world.imports.values()]),
    worldGroup(lookup, [...world.exports.values()]),
    ...[...interfaces].map(([id, path]) => interfaceGroup(lookup, id, path)),
  ];
}

/** The same for interfaces that have packages. */
export function interfaceGroups(lookup: WitLookup, ids: readonly InterfaceId[]): ItemGroup[] {
  return ids.map((id) => interfaceGroup(lookup, id, componentKey(identityOf(lookup, id, interfaceKey(id)))));
}

function worldGroup(lookup: WitLookup, items: readonly WorldItem[]): ItemGroup {
  return {
    path: '',
    types: items.flatMap((item) => (item.kind === 'type' ? lookup.typeDef(item.id) : [])),
    functions: items.flatMap((item) => (item.kind === 'function' ? item.function : [])),
  };
}

function interfaceGroup(lookup: WitLookup, id: InterfaceId, path: string): ItemGroup {
  const wit = lookup.interface(id);
  return {
    path,
    interface: wit,
    types: [...wit.types.values()].map((type) => lookup.typeDef(type)),
    functions: [...wit.functions.values()],
  };
}
