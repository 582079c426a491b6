import type { Type, TypeDefKind } from './model.js';

/** The types that a type is directly made of. A handle is not made of its resource. */
export function elementTypes(kind: TypeDefKind): readonly Type[] {
  switch (kind.kind) {
    case 'record':
      return kind.fields.map(({ type }) => type);
    case 'variant':
      return present(kind.cases.map(({ type }) => type));
    case 'tuple':
      return kind.types;
    case 'option':
      return [kind.some];
    case 'result':
      return present([kind.ok, kind.err]);
    case 'list':
    case 'fixed-length-list':
      return [kind.element];
    case 'map':
      return [kind.key, kind.value];
    case 'future':
    case 'stream':
      return present([kind.element]);
    case 'alias':
      return [kind.type];
    case 'resource':
    case 'own':
    case 'borrow':
    case 'flags':
    case 'enum':
      return [];
  }
}

/** The same kind of type with other element types. Aliases and handles are left as they are: they name a type. */
export function mapElementTypes(kind: TypeDefKind, map: (type: Type) => Type): TypeDefKind {
  const mapPresent = (type: Type | undefined) => (type === undefined ? undefined : map(type));
  switch (kind.kind) {
    case 'record':
      return { kind: 'record', fields: kind.fields.map((field) => ({ ...field, type: map(field.type) })) };
    case 'variant':
      return {
        kind: 'variant',
        cases: kind.cases.map((each) => ({ ...each, type: mapPresent(each.type) })),
      };
    case 'tuple':
      return { kind: 'tuple', types: kind.types.map(map) };
    case 'option':
      return { kind: 'option', some: map(kind.some) };
    case 'result':
      return { kind: 'result', ok: mapPresent(kind.ok), err: mapPresent(kind.err) };
    case 'list':
      return { kind: 'list', element: map(kind.element) };
    case 'fixed-length-list':
      return { kind: 'fixed-length-list', element: map(kind.element), length: kind.length };
    case 'map':
      return { kind: 'map', key: map(kind.key), value: map(kind.value) };
    case 'future':
    case 'stream':
      return { kind: kind.kind, element: mapPresent(kind.element) };
    case 'resource':
    case 'own':
    case 'borrow':
    case 'flags':
    case 'enum':
    case 'alias':
      return kind;
  }
}

/** What tells types without a name apart: two with the same key are one. */
export function structuralKey(kind: TypeDefKind): string {
  if (kind.kind === 'own' || kind.kind === 'borrow') return `${kind.kind} ${kind.resource}`;
  const length = kind.kind === 'fixed-length-list' ? kind.length : '';
  const elements = kind.kind === 'result' ? [kind.ok, kind.err] : elementTypes(kind);
  return `${kind.kind} ${length} ${elements.map((type) => type ?? '_').join(' ')}`;
}

function present(types: readonly (Type | undefined)[]): Type[] {
  return types.filter((type) => type !== undefined);
}
