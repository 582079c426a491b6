import type { InterfaceId, Type } from '@wit-bindgen-ts/wit-parser';
import { directReferences } from './type-references.js';
import type { WitLookup } from './wit-lookup.js';

/** Interfaces, and after them those that their types come from. */
export function withThoseUsed(lookup: WitLookup, ids: readonly InterfaceId[]): InterfaceId[] {
  const found = new Set(ids);
  for (const id of found) {
    const { types, functions } = lookup.interface(id);
    const visited = new Set<Type>();
    const visit = (type: Type): void => {
      if (typeof type !== 'number' || visited.has(type)) return;
      visited.add(type);
      const { owner, kind } = lookup.typeDef(type);
      if (owner?.kind === 'interface' && owner.id !== id) found.add(owner.id);
      else directReferences(kind).forEach(visit);
    };
    [...types.values()].forEach(visit);
    for (const { params, result } of functions.values()) {
      for (const { type } of params) visit(type);
      if (result !== undefined) visit(result);
    }
  }
  return [...found];
}
