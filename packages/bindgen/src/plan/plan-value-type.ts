import type { Type, TypeDefKind } from '@wit-bindgen-ts/wit-parser';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { TypeNames } from './file-scope.js';
import type { ValueType } from './value-type.js';

/** A type as a file refers to it, by the names that the file has for others. */
export function planValueType(lookup: WitLookup, names: TypeNames, type: Type): ValueType {
  if (typeof type !== 'number') return { kind: 'primitive', name: type };
  const { name, owner, kind } = lookup.typeDef(type);
  if (name !== undefined && owner !== undefined) return { kind: 'named', name: names.nameOf(type) };
  return planStructure(lookup, names, kind);
}

/** The structure of a type, whatever its own name. */
export function planStructure(lookup: WitLookup, names: TypeNames, kind: TypeDefKind): ValueType {
  const plan = (type: Type): ValueType => planValueType(lookup, names, type);
  switch (kind.kind) {
    case 'own':
    case 'borrow':
      return { kind: kind.kind, name: names.nameOf(kind.resource) };
    case 'list': {
      const numeric = lookup.numericOf(kind.element);
      return { kind: 'list', element: plan(kind.element), ...(numeric !== undefined && { numeric }) };
    }
    case 'fixed-length-list':
      return { kind: 'fixed-length-list', element: plan(kind.element), length: kind.length };
    case 'map':
      return { kind: 'map', key: plan(kind.key), value: plan(kind.value) };
    case 'tuple':
      return { kind: 'tuple', types: kind.types.map(plan) };
    case 'option':
      return { kind: 'option', some: plan(kind.some), nested: lookup.isOption(kind.some) };
    case 'result':
      return {
        kind: 'result',
        ...(kind.ok !== undefined && { ok: plan(kind.ok) }),
        ...(kind.err !== undefined && { err: plan(kind.err) }),
      };
    case 'future':
      return { kind: 'future', ...(kind.element !== undefined && { element: plan(kind.element) }) };
    case 'stream': {
      if (kind.element === undefined) return { kind: 'stream' };
      const numeric = lookup.numericOf(kind.element);
      return { kind: 'stream', element: plan(kind.element), ...(numeric !== undefined && { numeric }) };
    }
    case 'alias':
      return plan(kind.type);
    default:
      throw new TypeError(`a ${kind.kind} type without a name cannot be generated`);
  }
}
