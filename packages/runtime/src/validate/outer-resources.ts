import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem } from '../types/item-type.js';
import type { Scope } from './scope.js';
import { ResourcesIn } from './types/resources-in.js';

/** Types that were found to declare all resource types that they are made of. */
const closed = new WeakSet<ComponentItem>();

/**
 * Components stand by themselves: what one takes from another around it cannot refer to resources there, since those
 * are others for each of its instances.
 */
export function checkNoOuterResources(scope: Scope, item: ComponentItem, offset: number): void {
  if (closed.has(item)) return;
  const resources = new ResourcesIn(scope.validation.work.visitor(offset));
  resources.add(item);
  for (const resource of resources.mentioned) {
    if (resources.declared.has(resource)) continue;
    const message = 'the type of an outer alias refers to a resource outside of the component';
    throw compileErrorAt('outer-resource', offset, message);
  }
  closed.add(item);
}
