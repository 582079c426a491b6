import type { Type, TypeDefKind } from '@wit-bindgen-ts/wit-parser';
import { directReferences } from '../wit/type-references.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { ProblemReport } from './problem-report.js';
import type { ItemGroup } from './world-items.js';

/**
 * Reports lists of the fixed length 0. WIT can spell them, but no component can have them: see `valtype` in the
 * standard's Binary.md.
 */
export function checkEmptyLists(lookup: WitLookup, group: ItemGroup, report: ProblemReport): void {
  const message = 'a list of the fixed length 0 can stand in no component';
  for (const { name = '', kind, span } of group.types) {
    if (hasEmptyList(lookup, kind)) report.add('empty-list', group, name, message, span);
  }
  for (const { name, params, result, span } of group.functions) {
    const types = [...params.map((param) => param.type), ...(result === undefined ? [] : [result])];
    if (types.some((type) => isEmptyList(lookup, type))) report.add('empty-list', group, name, message, span);
  }
}

/** A named type is reported where it is declared. */
function isEmptyList(lookup: WitLookup, type: Type): boolean {
  if (typeof type !== 'number') return false;
  const { name, kind } = lookup.typeDef(type);
  return name === undefined && hasEmptyList(lookup, kind);
}

function hasEmptyList(lookup: WitLookup, kind: TypeDefKind): boolean {
  if (kind.kind === 'fixed-length-list' && kind.length === 0) return true;
  return directReferences(kind).some((type) => isEmptyList(lookup, type));
}
