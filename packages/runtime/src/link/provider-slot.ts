import type { InstancePre } from '../instantiate/instance-pre.js';
import type { Instance } from '../instantiate/instance.js';
import type { Component } from '../component/component.js';
import type { ResourceType } from '../types/val-type.js';

/** A resource that each instance has one of its own of. What it is can be told before there is any. */
class FutureResource implements ResourceType {
  readonly kind = 'resource';
  readonly name: string;
  readonly index = -1;

  constructor(name: string) {
    this.name = name;
  }
}

/** An instance of a provider as linking sees it: shared, or to be made with each instance of who imports from it. */
export class ProviderSlot {
  readonly component: Component;
  /** What its exports are taken from: the instance, or the number that it will have among the providers. */
  readonly from: Instance | number;
  readonly #pre: InstancePre;
  /** By what a resource is in `InstancePre`: here it is another, since the instance is. */
  readonly #resources = new Map<ResourceType, FutureResource>();

  constructor(pre: InstancePre, from: Instance | number) {
    this.component = pre.component;
    this.from = from;
    this.#pre = pre;
  }

  /** What a resource of the provider's types is. */
  identity(resource: ResourceType): ResourceType {
    if (typeof this.from !== 'number') return this.from.state.resources[resource.index] ?? resource;
    const imported = this.#pre.imports.identities.get(resource.index);
    if (imported !== undefined && !(imported instanceof FutureResource)) return imported;
    const key = imported ?? resource;
    let own = this.#resources.get(key);
    if (own === undefined) this.#resources.set(key, (own = new FutureResource(resource.name)));
    return own;
  }
}
