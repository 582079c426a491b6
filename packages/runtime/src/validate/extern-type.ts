import type { ExternType } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem, TypeItem } from '../types/item-type.js';
import { nameType } from '../types/named-type.js';
import type { NamedItemType } from './introduce.js';
import type { Scope } from './scope.js';
import { shareFacts } from './types/type-facts.js';
import { resolveValType, resourceNameAt } from './types/value-types.js';
import { requireValues } from './values.js';

/**
 * The type that an import or export says that it has. A type that is imported or exported goes by a new name.
 *
 * @param name - what a resource that is declared here is called in messages
 */
export function externType(scope: Scope, type: ExternType, name: string, offset: number): NamedItemType {
  switch (type.sort) {
    case 'type':
      if (type.bound.kind === 'eq') return equalType(scope, type.bound.type, offset);
      return unnamed({ kind: 'resource', name, index: -1 });
    case 'value': {
      requireValues(scope, offset);
      const { bound } = type;
      if (bound.kind === 'eq')
        return unnamed({ kind: 'value', type: scope.values.get(bound.value, offset).type });
      return unnamed({ kind: 'value', type: resolveValType(scope, bound.type, offset) });
    }
    case 'core-module': {
      const found = scope.coreTypes.get(type.type, offset);
      if (found.kind === 'module') return unnamed(found);
      throw compileErrorAt('not-a-module-type', offset, `core type ${type.type} is not that of a module`);
    }
    default: {
      const found = scope.types.get(type.type, offset);
      if (found.kind === 'type' && found.type.kind === type.sort) return unnamed(found.type);
      const { code, what } = wrongTypes[type.sort];
      throw compileErrorAt(code, offset, `type ${type.type} is not that of ${what}`);
    }
  }
}

function equalType(scope: Scope, index: number, offset: number): NamedItemType {
  const item = scope.types.get(index, offset);
  const resourceName = item.kind === 'resource' ? resourceNameAt(scope, index, item) : undefined;
  return underNewName({ item, resourceName });
}

/** A type under the name that an import or export gives it. */
export function underNewName({ item, resourceName }: NamedItemType): NamedItemType {
  if (item.kind === 'resource') return { item, resourceName: { kind: 'name', of: resourceName ?? item } };
  if (item.kind !== 'type') return unnamed(item);
  const type = nameType<TypeItem['type']>(item.type);
  shareFacts(item.type, type);
  return unnamed({ kind: 'type', type });
}

export function unnamed(item: ComponentItem): NamedItemType {
  return { item, resourceName: undefined };
}

const wrongTypes = {
  func: { code: 'not-a-func-type', what: 'a function' },
  instance: { code: 'not-an-instance-type', what: 'an instance' },
  component: { code: 'not-a-component-type', what: 'a component' },
} as const;
