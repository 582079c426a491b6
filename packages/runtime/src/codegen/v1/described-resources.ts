import type { RuntimeResource } from '../../call/runtime-resource.js';
import type { ResourceType } from '../../types/val-type.js';

/** A resource as `InstanceHandles` takes it: a type with a place among resources, and what stands there. */
export interface DescribedResource extends ResourceType {
  readonly resource: RuntimeResource;
  /** What generated code calls it. */
  readonly descriptor: ResourceType;
}

/** What the descriptors of generated code stand for in one instance, found when each is first used. */
export class DescribedResources {
  /** By the places that they get here. */
  readonly list: RuntimeResource[] = [];
  readonly #find: (type: ResourceType) => RuntimeResource | undefined;
  readonly #known = new Map<ResourceType, DescribedResource>();

  constructor(find: (type: ResourceType) => RuntimeResource | undefined) {
    this.#find = find;
  }

  of(type: ResourceType): DescribedResource {
    let described = this.#known.get(type);
    if (described === undefined) {
      const resource = this.#find(type);
      if (resource === undefined) throw new Error(`the resource ${type.name} is used before it is defined`);
      const index = this.list.push(resource) - 1;
      described = { kind: 'resource', name: type.name, index, resource, descriptor: type };
      this.#known.set(type, described);
    }
    return described;
  }
}
