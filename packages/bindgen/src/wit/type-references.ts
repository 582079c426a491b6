import type { Type, TypeDefKind } from '@wit-bindgen-ts/wit-parser';

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
