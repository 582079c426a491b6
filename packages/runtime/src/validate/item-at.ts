import type { SortIndex } from '../binary/definitions.js';
import type { ComponentItem } from '../types/item-type.js';
import { unnamed } from './extern-type.js';
import type { NamedItemType } from './introduce.js';
import type { Scope } from './scope.js';
import { resourceNameAt } from './types/value-types.js';
import type { ValidItem } from './valid-component.js';
import { useValue } from './values.js';

/** What is exported or given as an argument. That uses a value up. */
export function itemAt(scope: Scope, { sort, index }: SortIndex, offset: number): NamedItemType {
  switch (sort) {
    case 'core-module':
      return unnamed(scope.coreModules.get(index, offset));
    case 'func':
      return unnamed(scope.funcs.get(index, offset));
    case 'instance':
      return unnamed(scope.instances.get(index, offset));
    case 'component':
      return unnamed(scope.components.get(index, offset));
    case 'value':
      return unnamed({ kind: 'value', type: useValue(scope, index, offset) });
    case 'type': {
      const item = scope.types.get(index, offset);
      if (item.kind === 'type') return unnamed(item);
      return { item, resourceName: resourceNameAt(scope, index, item) };
    }
  }
}

/** The same in terms of a valid component, where a type stands for itself. */
export function validItem({ sort, index }: SortIndex, item: ComponentItem): ValidItem {
  if (item.kind === 'type' || item.kind === 'resource') return { sort: 'type', type: item };
  return sort === 'type' ? unreachableType() : { sort, index };
}

function unreachableType(): never {
  throw new Error('an item of the sort `type` is a type');
}
