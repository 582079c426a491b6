import type { CoreArgument, CoreInstanceExpression, CoreSortIndex } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreExternType } from '../../types/core-type.js';
import type { CoreModuleType } from '../../types/item-type.js';
import type { CoreInstanceType, Scope, Validation } from '../scope.js';
import { CheckedPairs } from './checked-pairs.js';
import { coreMismatch } from './core-subtyping.js';
import type { CoreTypes } from './core-types.js';

/** What modules import under one name, with the instances that have it. */
const checkedArguments = new CheckedPairs<ReadonlyMap<string, CoreExternType>, CoreInstanceType>();

/** Adds a core instance to the index space of a scope: of a module, or made of core definitions under names. */
export function defineCoreInstance(scope: Scope, expression: CoreInstanceExpression, offset: number): void {
  const instance =
    expression.kind === 'instantiate'
      ? instantiate(scope, expression, offset)
      : bundle(scope, expression.exports, offset);
  scope.coreInstances.push(instance);
}

function instantiate(
  scope: Scope,
  { module, args }: Extract<CoreInstanceExpression, { readonly kind: 'instantiate' }>,
  offset: number,
): CoreInstanceType {
  const type = scope.coreModules.get(module, offset);
  const given = argumentsByName(scope, args, offset);
  checkArguments(scope.validation, type, given, offset);
  return type.exports;
}

function argumentsByName(
  scope: Scope,
  args: readonly CoreArgument[],
  offset: number,
): ReadonlyMap<string, CoreInstanceType> {
  const given = new Map<string, CoreInstanceType>();
  for (const { name, instance } of args) {
    if (given.has(name)) {
      const message = `a core module is given the argument \`${name}\` twice`;
      throw compileErrorAt('duplicate-argument', offset, message);
    }
    given.set(name, scope.coreInstances.get(instance, offset));
  }
  return given;
}

function checkArguments(
  { coreTypes, work }: Validation,
  module: CoreModuleType,
  given: ReadonlyMap<string, CoreInstanceType>,
  offset: number,
): void {
  for (const [name, items] of module.imports) {
    const instance = given.get(name);
    if (instance === undefined) {
      const message = `a core module imports from \`${name}\`, but is given no such argument`;
      throw compileErrorAt('core-missing-argument', offset, message);
    }
    if (checkedArguments.has(items, instance)) continue;
    work.spend(items.size, offset);
    checkArgument(coreTypes, name, items, instance, offset);
    checkedArguments.add(items, instance);
  }
}

function checkArgument(
  types: CoreTypes,
  name: string,
  imports: ReadonlyMap<string, CoreExternType>,
  instance: CoreInstanceType,
  offset: number,
): void {
  for (const [item, expected] of imports) {
    const found = instance.get(item);
    if (found === undefined) {
      const message = `the argument \`${name}\` of a core module does not export \`${item}\``;
      throw compileErrorAt('core-missing-argument', offset, message);
    }
    const mismatch = coreMismatch(expected, found, types);
    if (mismatch !== undefined) {
      const message = `the argument \`${name}\` of a core module does not fit, in \`${item}\`: ${mismatch}`;
      throw compileErrorAt('core-argument-type', offset, message);
    }
  }
}

function bundle(
  scope: Scope,
  exports: readonly ({ readonly name: string } & CoreSortIndex)[],
  offset: number,
): CoreInstanceType {
  const bundled = new Map<string, CoreExternType>();
  for (const { name, sort, index } of exports) {
    if (bundled.has(name)) {
      throw compileErrorAt('name-conflict', offset, `a core instance exports \`${name}\` twice`);
    }
    bundled.set(name, coreDefinition(scope, sort, index, offset));
  }
  return bundled;
}

function coreDefinition(
  scope: Scope,
  sort: CoreSortIndex['sort'],
  index: number,
  offset: number,
): CoreExternType {
  switch (sort) {
    case 'func':
      return scope.coreFuncs.get(index, offset);
    case 'table':
      return scope.coreTables.get(index, offset);
    case 'memory':
      return scope.coreMemories.get(index, offset);
    case 'global':
      return scope.coreGlobals.get(index, offset);
    case 'tag':
      return scope.coreTags.get(index, offset);
    case 'type':
    case 'module':
    case 'instance':
      throw compileErrorAt('alias-sort', offset, `a core instance cannot export a core ${sort}`);
  }
}
