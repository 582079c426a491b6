import type { TypeId } from '@wit-bindgen-ts/wit-parser';
import { pascalCase } from '../../wit/casing.js';
import type { WitLookup } from '../../wit/wit-lookup.js';

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

/** Every name that the declarations of a resource take. */
export function resourceNames(name: string): string[] {
  return [name, classTypeName(name), bindName(name)];
}

export function classTypeName(name: string): string {
  return `${name}Class`;
}

export function bindName(name: string): string {
  return `bind${name}`;
}
