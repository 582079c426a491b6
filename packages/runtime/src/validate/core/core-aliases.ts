import type { Alias } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreExternType } from '../../types/core-type.js';
import type { Scope } from '../scope.js';

/** Adds an export of a core instance to the index space of its sort, and gives that. */
export function aliasCoreExport(
  scope: Scope,
  { sort, instance, name }: Extract<Alias, { readonly kind: 'core-export' }>,
  offset: number,
): CoreExternType['kind'] {
  const type = scope.coreInstances.get(instance, offset).get(name);
  if (sort === 'type' || sort === 'module' || sort === 'instance') {
    throw compileErrorAt('alias-sort', offset, `core instances do not export core ${sort}s`);
  }
  if (type === undefined) {
    throw compileErrorAt('unknown-export', offset, `core instance ${instance} does not export \`${name}\``);
  }
  if (type.kind !== sort) {
    const message = `the export \`${name}\` of core instance ${instance} is a ${type.kind}, not a ${sort}`;
    throw compileErrorAt('unknown-export', offset, message);
  }
  introduceCore(scope, type);
  return type.kind;
}

function introduceCore(scope: Scope, type: CoreExternType): void {
  switch (type.kind) {
    case 'func':
      return scope.coreFuncs.push(type);
    case 'table':
      return scope.coreTables.push(type);
    case 'memory':
      return scope.coreMemories.push(type);
    case 'global':
      return scope.coreGlobals.push(type);
    case 'tag':
      return scope.coreTags.push(type);
  }
}
