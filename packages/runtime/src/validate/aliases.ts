import type { Alias } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem } from '../types/item-type.js';
import { exportedResourceName } from '../types/resource-name.js';
import { aliasCoreExport } from './core/core-aliases.js';
import { requireFeature } from './features-check.js';
import { introduce } from './introduce.js';
import { checkCount } from './limits.js';
import { checkNoOuterResources } from './outer-resources.js';
import type { Scope } from './scope.js';
import { aKind } from './subtyping.js';
import { resourceNameAt } from './types/value-types.js';
import type { ValidDefinition } from './valid-component.js';

type ExportAlias = Extract<Alias, { readonly kind: 'export' }>;
type OuterAlias = Extract<Alias, { readonly kind: 'outer' }>;
type CoreExportAlias = Extract<Alias, { readonly kind: 'core-export' }>;

/** Checks an alias; gives what is left of it, which is nothing for an alias of a type. */
export function defineAlias(scope: Scope, alias: Alias, offset: number): ValidDefinition | undefined {
  if (scope.kind !== 'component') checkDeclarator(alias, offset);
  switch (alias.kind) {
    case 'export':
      return aliasExport(scope, alias, offset);
    case 'core-export':
      return aliasOfCoreExport(scope, alias, offset);
    case 'outer':
      return aliasOuter(scope, alias, offset);
  }
}

/** Inside a type there is nothing but types, and instances that have types. */
function checkDeclarator(alias: Alias, offset: number): void {
  const { kind, sort } = alias;
  if (kind === 'export' && (sort === 'type' || sort === 'instance')) return;
  if (kind === 'outer' && (sort === 'type' || sort === 'core-type')) return;
  throw compileErrorAt('alias-sort', offset, 'inside a type there are aliases of types and instances alone');
}

function aliasExport(scope: Scope, alias: ExportAlias, offset: number): ValidDefinition | undefined {
  const { sort, instance, name } = alias;
  const { exports } = scope.instances.get(instance, offset);
  const item = exports.get(name);
  if (item === undefined) {
    throw compileErrorAt('unknown-export', offset, `instance ${instance} has no export \`${name}\``);
  }
  if (sortOf(item) !== sort) {
    const message = `the export \`${name}\` of instance ${instance} is ${aKind(item)}, which is not what the alias is for`;
    throw compileErrorAt('unknown-export', offset, message);
  }
  if (sort === 'value') requireFeature(scope.validation.features, 'values', offset, 'an alias of a value');
  const resourceName = item.kind === 'resource' ? exportedResourceName(exports, name, item) : undefined;
  introduce(scope, { item, resourceName }, offset);
  if (sort === 'type' || sort === 'value') return undefined;
  return { offset, kind: 'alias-export', sort, instance, name };
}

function sortOf({ kind }: ComponentItem): ExportAlias['sort'] {
  if (kind === 'module') return 'core-module';
  return kind === 'resource' ? 'type' : kind;
}

function aliasOfCoreExport(scope: Scope, alias: CoreExportAlias, offset: number): ValidDefinition {
  const { instance, name } = alias;
  const sort = aliasCoreExport(scope, alias, offset);
  return { offset, kind: 'alias-core-export', sort, instance, name };
}

function aliasOuter(
  scope: Scope,
  { sort, count, index }: OuterAlias,
  offset: number,
): ValidDefinition | undefined {
  const target = outerScope(scope, count, offset);
  switch (sort) {
    case 'core-type':
      checkCount('types', scope.types.size + scope.coreTypes.size, offset);
      scope.coreTypes.push(target.coreTypes.get(index, offset));
      return undefined;
    case 'type': {
      const item = target.types.get(index, offset);
      if (crossesComponent(scope, count)) checkNoOuterResources(scope, item, offset);
      const resourceName = item.kind === 'resource' ? resourceNameAt(target, index, item) : undefined;
      introduce(scope, { item, resourceName }, offset);
      return undefined;
    }
    case 'component':
      introduce(scope, { item: target.components.get(index, offset), resourceName: undefined }, offset);
      // Only components are around a component, so that there are no types to leave out of the count.
      return { offset, kind: 'alias-outer', sort, count, index };
    case 'core-module':
      introduce(scope, { item: target.coreModules.get(index, offset), resourceName: undefined }, offset);
      return { offset, kind: 'alias-outer', sort, count, index };
    default:
      throw compileErrorAt('alias-sort', offset, `there are no outer aliases of the sort \`${sort}\``);
  }
}

function outerScope(scope: Scope, count: number, offset: number): Scope {
  let target: Scope = scope;
  for (let i = 0; i < count; i += 1) {
    if (target.outer === undefined) {
      const message = `an outer alias leads ${count} scopes out of its own, which has ${i} around it`;
      throw compileErrorAt('unknown-scope', offset, message);
    }
    target = target.outer;
  }
  return target;
}

/** Whether the way out to a scope leads out of a component. Types inside a component are the last scopes on that way. */
function crossesComponent(scope: Scope, count: number): boolean {
  let inner: Scope | undefined = scope;
  for (let i = 1; i < count; i += 1) inner = inner?.outer;
  return count > 0 && inner?.kind === 'component';
}
