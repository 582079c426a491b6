import type { ComponentItem } from './item-type.js';
import type { HandleType, ResourceType } from './val-type.js';

/**
 * One of the names that a resource type has. Each import or export of a resource brings a name of its own; what was
 * defined without one goes by the resource type itself. Kept beside the types: a resource is the same by any name.
 */
export type ResourceName = ResourceType | AnotherResourceName;

/** A name of a resource that had one. */
export interface AnotherResourceName {
  readonly kind: 'name';
  readonly of: ResourceName;
}

const ofHandles = new WeakMap<HandleType, ResourceName>();
const ofExports = new WeakMap<ReadonlyMap<string, ComponentItem>, Map<string, ResourceName>>();

/** The name by which a handle type refers to its resource. */
export function resourceNameOf(handle: HandleType): ResourceName {
  return ofHandles.get(handle) ?? handle.resource;
}

export function setResourceNameOf(handle: HandleType, name: ResourceName): void {
  if (name !== handle.resource) ofHandles.set(handle, name);
}

/** The name that a resource among exports (or imports) brings. */
export function exportedResourceName(
  exports: ReadonlyMap<string, ComponentItem>,
  name: string,
  resource: ResourceType,
): ResourceName {
  return ofExports.get(exports)?.get(name) ?? resource;
}

export function setExportedResourceName(
  exports: ReadonlyMap<string, ComponentItem>,
  name: string,
  resource: ResourceType,
  resourceName: ResourceName,
): void {
  if (resourceName === resource) return;
  const names = ofExports.get(exports);
  if (names === undefined) ofExports.set(exports, new Map([[name, resourceName]]));
  else names.set(name, resourceName);
}
