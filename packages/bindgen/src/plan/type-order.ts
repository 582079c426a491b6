import type { TypeId } from '@wit-bindgen-ts/wit-parser';
import { directReferences } from '../wit/type-references.js';
import type { WitLookup } from '../wit/wit-lookup.js';

/** Types in the order of their declaration, but each after those of the same list that it refers to. */
export function dependencyOrder(lookup: WitLookup, ids: readonly TypeId[]): TypeId[] {
  const wanted = new Set(ids);
  const visited = new Set<TypeId>();
  const ordered: TypeId[] = [];
  const visit = (id: TypeId): void => {
    if (visited.has(id)) return;
    visited.add(id);
    for (const type of directReferences(lookup.typeDef(id).kind)) if (typeof type === 'number') visit(type);
    if (wanted.has(id)) ordered.push(id);
  };
  ids.forEach(visit);
  return ordered;
}
