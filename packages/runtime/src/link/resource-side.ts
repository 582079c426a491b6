import type { ResourceType } from '../types/val-type.js';

/** What the resource types of one of two compared types stand for. The resources of both stand for the same objects. */
export class ResourceSide {
  readonly #known: (resource: ResourceType) => ResourceType | undefined;
  readonly #bound = new Map<ResourceType, ResourceType>();

  /** @param known - what resources stand for that were declared outside of what is compared */
  constructor(known: (resource: ResourceType) => ResourceType | undefined = () => undefined) {
    this.#known = known;
  }

  get(resource: ResourceType): ResourceType | undefined {
    return this.#bound.get(resource) ?? this.#known(resource);
  }

  bind(resource: ResourceType, identity: ResourceType): void {
    this.#bound.set(resource, identity);
  }

  /** What a resource stands for: itself, if nothing else is known. */
  identity(resource: ResourceType): ResourceType {
    const known = this.get(resource);
    if (known === undefined) this.bind(resource, resource);
    return known ?? resource;
  }

  /** The same, for what is bound inside of a component type only. */
  inner(): ResourceSide {
    return new ResourceSide((resource) => this.get(resource));
  }
}
