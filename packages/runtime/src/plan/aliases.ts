import type { Alias, SortIndex } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { Frame } from './frame.js';
import type { Item } from './items.js';
import { exportOf, outerScope } from './scope.js';

/** Adds what an alias leads to to the index space of its sort. */
export function addAlias(frame: Frame, alias: Alias, offset: number): void {
  switch (alias.kind) {
    case 'export': {
      if (alias.sort === 'value')
        throw compileErrorAt('unsupported-value', offset, 'values are not supported yet');
      const { exports } = frame.instances.get(alias.instance, offset);
      return frame.add(exportOf(exports, alias.name, alias.sort, offset));
    }
    case 'core-export':
      return addCoreExport(frame, alias, offset);
    case 'outer':
      return addOuter(frame, alias, offset);
  }
}

function addCoreExport(
  frame: Frame,
  alias: Extract<Alias, { readonly kind: 'core-export' }>,
  offset: number,
): void {
  const { sort, name } = alias;
  const space = frame.coreSpace(sort);
  if (space === undefined)
    throw compileErrorAt('alias-sort', offset, `a core ${sort} cannot be aliased in this way`);
  const instance = frame.coreInstances.get(alias.instance, offset);
  if (instance.kind === 'instantiated') return space.push({ kind: 'export', instance: instance.index, name });
  const found = instance.exports.get(name);
  if (found?.sort !== sort) {
    throw compileErrorAt(
      'unknown-export',
      offset,
      `core instance ${alias.instance} exports no ${sort} \`${name}\``,
    );
  }
  space.push(found.core);
}

function addOuter(frame: Frame, alias: Extract<Alias, { readonly kind: 'outer' }>, offset: number): void {
  const target = outerScope<Frame>(frame, alias.count, offset);
  switch (alias.sort) {
    case 'type':
      return frame.types.push(target.types.get(alias.index, offset));
    case 'component':
      return frame.components.push(target.components.get(alias.index, offset));
    case 'core-module':
      return frame.coreModules.push(target.coreModules.get(alias.index, offset));
    case 'core-type':
      return frame.coreTypes.push(target.coreTypes.get(alias.index, offset));
    default:
      throw compileErrorAt('alias-sort', offset, `a ${alias.sort} cannot be aliased from an outer component`);
  }
}

/** The item with this index in the index space of its sort. */
export function itemAt(frame: Frame, { sort, index }: SortIndex, offset: number): Item {
  switch (sort) {
    case 'func':
      return frame.funcs.get(index, offset);
    case 'instance':
      return frame.instances.get(index, offset);
    case 'type':
      return { sort: 'type', type: frame.types.get(index, offset) };
    case 'component':
      return frame.components.get(index, offset);
    case 'core-module':
      return frame.coreModules.get(index, offset);
    case 'value':
      throw compileErrorAt('unsupported-value', offset, 'values are not supported yet');
  }
}
