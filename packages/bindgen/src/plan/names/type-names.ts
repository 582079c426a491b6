import type { TypeId } from '@wit-bindgen-ts/wit-parser';
import { pascalCase } from '../../wit/casing.js';
import type { WitLookup } from '../../wit/wit-lookup.js';
import { verbs } from '../code/verbs.js';

const kindSuffixes: Readonly<Record<string, string>> = {
  record: 'Record',
  variant: 'Variant',
  enum: 'Enum',
  flags: 'Flags',
  resource: 'Resource',
};

/** What a type may be called, best first: `Network`, `NetworkResource`. */
export function typeNameCandidates(lookup: WitLookup, id: TypeId): [best: string, other: string] {
  const name = pascalCase(lookup.typeDef(id).name ?? '');
  const kind = lookup.definition(id)?.kind.kind ?? '';
  return [name, name + (kindSuffixes[kind] ?? 'Type')];
}

/** Every name that the declarations of a type take. */
export function derivedNames(lookup: WitLookup, id: TypeId, name: string): string[] {
  if (lookup.typeDef(id).kind.kind === 'resource')
    return [name, classTypeName(name), bindName(name), boundClassName(name)];
  switch (lookup.definition(id)?.kind.kind) {
    case 'record':
    case 'variant':
    case 'flags':
      return [name, ...verbs.map((verb) => verb + name)];
    default:
      return [name];
  }
}

export function classTypeName(name: string): string {
  return `${name}Class`;
}

export function bindName(name: string): string {
  return `bind${name}`;
}

/** The class that is made for each instance: of another name than the type that it implements. */
export function boundClassName(name: string): string {
  return `Bound${name}`;
}
