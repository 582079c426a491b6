import type { Type, TypeDefKind, TypeId } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from './wit-lookup.js';

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

/** The types that a definition names directly. */
export function directReferences(kind: TypeDefKind): Type[] {
  switch (kind.kind) {
    case 'record':
      return kind.fields.map(({ type }) => type);
    case 'variant':
      return kind.cases.flatMap(({ type }) => type ?? []);
    case 'tuple':
      return [...kind.types];
    case 'own':
    case 'borrow':
      return [kind.resource];
    case 'option':
      return [kind.some];
    case 'result':
      return [kind.ok ?? [], kind.err ?? []].flat();
    case 'list':
    case 'fixed-length-list':
      return [kind.element];
    case 'map':
      return [kind.key, kind.value];
    case 'future':
    case 'stream':
      return kind.element === undefined ? [] : [kind.element];
    case 'alias':
      return [kind.type];
    default:
      return [];
  }
}
