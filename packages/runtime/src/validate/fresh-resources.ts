import type { InstanceType } from '../types/item-type.js';
import { Substitution } from '../types/substitute.js';
import type { ResourceType } from '../types/val-type.js';
import type { Scope } from './scope.js';

/** What resources that were defined without a name are called where they are exported first. */
const exportNames = new WeakMap<ResourceType, string>();

/** Remembers the name of an export of a resource, for messages about those that stand in its place. */
export function callResource(resource: ResourceType, name: string): void {
  if (resource.name === '' && !exportNames.has(resource)) exportNames.set(resource, name);
}

/** A new resource type in place of one that a type declares. */
export function freshResource(resource: ResourceType): ResourceType {
  return { kind: 'resource', name: exportNames.get(resource) ?? resource.name, index: -1 };
}

/** How many types a new resource type counts for: it is kept track of in several places. */
export const costOfResource = 4;

/**
 * The type of one instance: the resource types that the type of instances declares are its own.
 *
 * @param fresh - gets the new resource types
 */
export function instanceOf(
  scope: Scope,
  type: InstanceType,
  fresh: Set<ResourceType>,
  offset: number,
): InstanceType {
  if (type.resources === undefined) return type;
  const { work } = scope.validation;
  work.spend(type.resources.length * costOfResource, offset);
  const substitution = new Substitution(work.visitor(offset));
  for (const declared of type.resources) {
    const resource = freshResource(declared);
    fresh.add(resource);
    substitution.replaceResource(declared, resource);
  }
  const { attributes } = type;
  return {
    kind: 'instance',
    exports: substitution.items(type.exports),
    ...(attributes === undefined ? {} : { attributes }),
  };
}
