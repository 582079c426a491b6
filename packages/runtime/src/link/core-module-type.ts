import type { CoreExternType, CoreLimitsType } from '../types/core-type.js';
import type { CoreModuleType } from '../types/item-type.js';

/** The type of something that a core module imports or exports: whole, or only its kind. */
export type FoundCoreType =
  CoreExternType | { readonly kind: CoreExternType['kind']; readonly partial: true };

/** A core module that is to be what a component imports. */
export interface FoundModule {
  readonly imports: readonly (readonly [module: string, name: string, type: FoundCoreType])[];
  readonly exports: ReadonlyMap<string, FoundCoreType>;
}

/** What a compiled module imports and exports, as far as the JavaScript API tells it. */
export function compiledModule(module: WebAssembly.Module): FoundModule {
  return {
    imports: WebAssembly.Module.imports(module).map(({ module: from, name, kind }) => [
      from,
      name,
      ofKind(kind),
    ]),
    exports: new Map(WebAssembly.Module.exports(module).map(({ name, kind }) => [name, ofKind(kind)])),
  };
}

/** A module of another component, whose types are known. */
export function typedModule({ imports, exports }: CoreModuleType): FoundModule {
  const all = [...imports].flatMap(([module, items]) =>
    [...items].map(([name, type]) => [module, name, type] as const),
  );
  return { imports: all, exports };
}

function ofKind(kind: WebAssembly.ImportExportKind): FoundCoreType {
  return { kind: kind === 'function' ? 'func' : kind, partial: true };
}

/** Whether what is given can be used as what is needed. */
export function fitsCoreType(given: FoundCoreType, needed: FoundCoreType): boolean {
  if (given.kind !== needed.kind) return false;
  if ('partial' in given || 'partial' in needed) return true;
  if ('limits' in given && 'limits' in needed && !fitsLimits(given.limits, needed.limits)) return false;
  return withoutLimits(given) === withoutLimits(needed);
}

function fitsLimits(given: CoreLimitsType, needed: CoreLimitsType): boolean {
  if (BigInt(given.min) < BigInt(needed.min)) return false;
  return needed.max === null || (given.max !== null && BigInt(given.max) <= BigInt(needed.max));
}

function withoutLimits(type: CoreExternType): string {
  return describeCoreType(
    'limits' in type ? { ...type, limits: { ...type.limits, min: '', max: null } } : type,
  );
}

/** `a func [i32] -> [i32]`, `a global (mut i32)`, `a memory 1..2`; of a type that is not all known, its kind. */
export function describeCoreType(type: FoundCoreType): string {
  if ('partial' in type) return `a ${type.kind}`;
  const shared = 'shared' in type && type.shared ? 'shared ' : '';
  switch (type.kind) {
    case 'func':
      return `a func [${type.params.join(' ')}] -> [${type.results.join(' ')}]`;
    case 'tag':
      return `a tag [${type.params.join(' ')}]`;
    case 'global':
      return `a ${shared}global ${type.mutable ? `(mut ${type.type})` : type.type}`;
    case 'table':
      return `a ${shared}table ${describeLimits(type.limits)} of ${type.element}`;
    case 'memory': {
      const pageSize = type.pageSize === 16 ? '' : ` of pages of ${2 ** type.pageSize} bytes`;
      return `a ${shared}memory ${describeLimits(type.limits)}${pageSize}`;
    }
  }
}

function describeLimits({ min, max, address }: CoreLimitsType): string {
  return `${address === 'i64' ? 'i64 ' : ''}${min}..${max ?? ''}`;
}
