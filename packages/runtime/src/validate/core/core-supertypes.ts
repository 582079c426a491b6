import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreAbstractHeapType, CoreValType } from '../../types/core-type.js';
import type { CoreDefinedType, CoreField, CoreTypes } from './core-types.js';
import { isAbstractSubtype, refTypeOf, type CoreRefType } from './core-val-types.js';

/** Engines have the same limit. */
const maxDepth = 63;

/** The abstract type directly above all defined types of a kind, and the one below them. */
const aboveKind = { func: 'func', struct: 'struct', array: 'array' } as const;
const belowKind = { func: 'nofunc', struct: 'none', array: 'none' } as const;

/** Checks that a type fits below the supertype that it declares. */
export function checkSupertype(types: CoreTypes, type: CoreDefinedType, offset: number): void {
  const { supertype } = type;
  if (supertype === undefined) return;
  const problem = supertypeProblem(types, type, supertype);
  if (problem !== undefined) throw compileErrorAt('core-type', offset, problem);
}

function supertypeProblem(
  types: CoreTypes,
  type: CoreDefinedType,
  supertype: CoreDefinedType,
): string | undefined {
  if (supertype.final) return 'the supertype of a core type is final';
  if (type.depth > maxDepth) return `a core type has more than ${maxDepth} supertypes above it`;
  if (type.shared !== supertype.shared || !fits(types, type, supertype)) {
    return 'a core type does not match its supertype';
  }
  return undefined;
}

function fits(types: CoreTypes, type: CoreDefinedType, supertype: CoreDefinedType): boolean {
  if (type.kind === 'func') {
    if (supertype.kind !== 'func') return false;
    const [sub, sup] = [type.func, supertype.func];
    return areSubtypes(types, sup.params, sub.params) && areSubtypes(types, sub.results, sup.results);
  }
  return (
    supertype.kind === type.kind &&
    type.fields.length >= supertype.fields.length &&
    supertype.fields.every((field, i) => fieldFits(types, type.fields[i], field))
  );
}

function fieldFits(types: CoreTypes, field: CoreField | undefined, above: CoreField): boolean {
  if (field === undefined || field.mutable !== above.mutable) return false;
  return field.mutable ? field.type === above.type : isSubtype(types, field.type, above.type);
}

function areSubtypes(types: CoreTypes, subs: readonly CoreValType[], sups: readonly CoreValType[]): boolean {
  return (
    subs.length === sups.length &&
    subs.every((sub, i) => {
      const sup = sups[i];
      return sup !== undefined && isSubtype(types, sub, sup);
    })
  );
}

/** Whether a value of the type `sub` is also one of the type `sup`. */
export function isSubtype(types: CoreTypes, sub: CoreValType, sup: CoreValType): boolean {
  if (sub === sup) return true;
  const below = refTypeOf(sub);
  const above = refTypeOf(sup);
  if (below === undefined || above === undefined) return false;
  if (below.nullable && !above.nullable) return false;
  return isShared(types, below) === isShared(types, above) && isHeapSubtype(types, below.heap, above.heap);
}

type HeapType = CoreAbstractHeapType | number;

function isShared(types: CoreTypes, { heap, shared }: CoreRefType): boolean {
  return typeof heap === 'number' ? types.byNumber(heap)?.shared === true : shared;
}

function isHeapSubtype(types: CoreTypes, sub: HeapType, sup: HeapType): boolean {
  if (typeof sub === 'string' && typeof sup === 'string') return isAbstractSubtype(sub, sup);
  if (typeof sub === 'number' && typeof sup === 'number') return isDefinedSubtype(types.byNumber(sub), sup);
  if (typeof sub === 'number') {
    const type = types.byNumber(sub);
    return type !== undefined && typeof sup === 'string' && isAbstractSubtype(aboveKind[type.kind], sup);
  }
  const type = typeof sup === 'number' ? types.byNumber(sup) : undefined;
  return type !== undefined && sub === belowKind[type.kind];
}

/** Whether a defined type is the one with a number, or declared below it. */
export function isDefinedSubtype(type: CoreDefinedType | undefined, number: number): boolean {
  for (let at = type; at !== undefined; at = at.supertype) {
    if (at.number === number) return true;
  }
  return false;
}
