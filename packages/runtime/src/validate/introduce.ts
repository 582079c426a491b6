import type { ComponentItem } from '../types/item-type.js';
import type { ResourceName } from '../types/resource-name.js';
import { checkCount } from './limits.js';
import type { Scope } from './scope.js';
import { checkFacts } from './types/type-facts.js';

/** An item, and if it is a resource, the name that it goes by. */
export interface NamedItemType {
  readonly item: ComponentItem;
  readonly resourceName: ResourceName | undefined;
}

/** Gives what is imported, exported or aliased the next index in the space of its sort. */
export function introduce(
  scope: Scope,
  { item, resourceName }: NamedItemType,
  offset: number,
  value: { readonly used: boolean } = { used: false },
): void {
  checkFacts(item, offset);
  switch (item.kind) {
    case 'module':
      checkCount('modules', scope.coreModules.size, offset);
      scope.coreModules.push(item);
      return;
    case 'func':
      checkCount('functions', scope.funcs.size + scope.coreFuncs.size, offset);
      scope.funcs.push(item);
      return;
    case 'instance':
      checkCount('instances', scope.instances.size + scope.coreInstances.size, offset);
      scope.instances.push(item);
      return;
    case 'component':
      checkCount('components', scope.components.size, offset);
      scope.components.push(item);
      return;
    case 'value':
      checkCount('values', scope.values.size, offset);
      scope.values.push({ type: item.type, used: value.used });
      return;
    case 'resource':
    case 'type':
      checkCount('types', scope.types.size + scope.coreTypes.size, offset);
      if (resourceName !== undefined && resourceName !== item) {
        scope.resourceNames.set(scope.types.size, resourceName);
      }
      scope.types.push(item);
  }
}
