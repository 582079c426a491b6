import type {
  CoreExternType,
  CoreFuncType,
  CoreLimitsType,
  CoreMemoryType,
  CoreTableType,
} from '../../types/core-type.js';
import type { CoreModuleType } from '../../types/item-type.js';
import { CheckedPairs } from './checked-pairs.js';
import { isDefinedSubtype, isSubtype } from './core-supertypes.js';
import { declarationOf, type CoreTypes } from './core-types.js';

const checkedModules = new CheckedPairs<CoreModuleType, CoreModuleType>();

/**
 * Says how a core module does not fit where another is expected, or `undefined` if it does: it may import less, and
 * export more.
 *
 * @param types - The core types that both types refer to; without them references are the same or do not fit.
 */
export function coreModuleMismatch(
  expected: CoreModuleType,
  found: CoreModuleType,
  types?: CoreTypes,
): string | undefined {
  if (expected === found || checkedModules.has(expected, found)) return undefined;
  const mismatch =
    importsMismatch(expected, found, types) ?? exportsMismatch(expected.exports, found.exports, types);
  if (mismatch === undefined) checkedModules.add(expected, found);
  return mismatch;
}

function importsMismatch(
  expected: CoreModuleType,
  found: CoreModuleType,
  types: CoreTypes | undefined,
): string | undefined {
  for (const [module, items] of found.imports) {
    const given = expected.imports.get(module);
    for (const [name, type] of items) {
      const offered = given?.get(name);
      if (offered === undefined) return `it also imports \`${name}\` of \`${module}\``;
      const mismatch = coreMismatch(type, offered, types);
      if (mismatch !== undefined) return `its import \`${name}\` of \`${module}\` does not fit: ${mismatch}`;
    }
  }
  return undefined;
}

function exportsMismatch(
  expected: CoreModuleType['exports'],
  found: CoreModuleType['exports'],
  types: CoreTypes | undefined,
): string | undefined {
  for (const [name, type] of expected) {
    const exported = found.get(name);
    if (exported === undefined) return `it does not export \`${name}\``;
    const mismatch = coreMismatch(type, exported, types);
    if (mismatch !== undefined) return `its export \`${name}\` does not fit: ${mismatch}`;
  }
  return undefined;
}

/**
 * Says how a core definition does not fit an import, or `undefined` if it does.
 *
 * @see https://webassembly.github.io/spec/core/valid/matching.html#external-types
 */
export function coreMismatch(
  expected: CoreExternType,
  found: CoreExternType,
  types?: CoreTypes,
): string | undefined {
  if (expected === found) return undefined;
  switch (expected.kind) {
    case 'func':
      return found.kind === 'func' ? coreFuncMismatch(expected, found) : kindMismatch(expected, found);
    case 'table':
      return found.kind === 'table' ? tableMismatch(expected, found) : kindMismatch(expected, found);
    case 'memory':
      return found.kind === 'memory' ? memoryMismatch(expected, found) : kindMismatch(expected, found);
    case 'global': {
      if (found.kind !== 'global') return kindMismatch(expected, found);
      if (expected.mutable !== found.mutable) return 'mismatch in the mutability of globals';
      if (expected.shared !== found.shared) return 'mismatch in the shared flag for globals';
      const fits =
        expected.type === found.type ||
        (!expected.mutable && types !== undefined && isSubtype(types, found.type, expected.type));
      return fits ? undefined : `expected global type ${expected.type}, found ${found.type}`;
    }
    case 'tag':
      if (found.kind !== 'tag') return kindMismatch(expected, found);
      return sameTypes(expected.params, found.params)
        ? undefined
        : `expected a tag with ${listOf(expected.params)}, found one with ${listOf(found.params)}`;
  }
}

export function coreFuncMismatch(expected: CoreFuncType, found: CoreFuncType): string | undefined {
  if (isFuncSubtype(expected, found)) return undefined;
  const [wanted, given] = [coreFuncText(expected), coreFuncText(found)];
  return wanted === given
    ? `expected a function of type ${wanted}, found one of another type that is written the same`
    : `expected a function of type ${wanted}, found ${given}`;
}

/** A function type as the text of core WebAssembly's standard has it: `[i32 i32] -> [i32]`. */
export function coreFuncText({ params, results }: CoreFuncType): string {
  return `${listOf(params)} -> ${listOf(results)}`;
}

export function sameTypes(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((type, i) => type === b[i]));
}

function isFuncSubtype(expected: CoreFuncType, found: CoreFuncType): boolean {
  if (expected === found) return true;
  const declared = declarationOf(expected);
  if (declared !== undefined) return isDefinedSubtype(declarationOf(found), declared.number);
  return (
    declarationOf(found) === undefined &&
    sameTypes(expected.params, found.params) &&
    sameTypes(expected.results, found.results)
  );
}

function tableMismatch(expected: CoreTableType, found: CoreTableType): string | undefined {
  if (expected.element !== found.element) {
    return `expected table element type ${expected.element}, found ${found.element}`;
  }
  if (expected.shared !== found.shared) return 'mismatch in the shared flag for tables';
  if (expected.limits.address !== found.limits.address) return 'mismatch in index type used for tables';
  return limitsFit(expected.limits, found.limits) ? undefined : 'mismatch in table limits';
}

function memoryMismatch(expected: CoreMemoryType, found: CoreMemoryType): string | undefined {
  if (expected.shared !== found.shared) return 'mismatch in the shared flag for memories';
  if (expected.limits.address !== found.limits.address) return 'mismatch in index type used for memories';
  if (expected.pageSize !== found.pageSize) return 'mismatch in page size for memories';
  return limitsFit(expected.limits, found.limits) ? undefined : 'mismatch in memory limits';
}

function limitsFit(expected: CoreLimitsType, found: CoreLimitsType): boolean {
  if (BigInt(found.min) < BigInt(expected.min)) return false;
  return expected.max === null || (found.max !== null && BigInt(found.max) <= BigInt(expected.max));
}

function kindMismatch(expected: CoreExternType, found: CoreExternType): string {
  return `expected ${expected.kind}, found ${found.kind}`;
}

/** No more than can be read. */
function listOf(types: readonly string[]): string {
  const shown = types.slice(0, 20).join(' ');
  return types.length > 20 ? `[${shown} …]` : `[${shown}]`;
}
