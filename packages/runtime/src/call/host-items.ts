import type { ResourceType } from '../types/val-type.js';

/** A function that the host provides to guests. */
export type HostFunction = (...args: unknown[]) => unknown;

/**
 * How a host function says `err`, where its type has a `result`: it throws what the err carries, as jco's conventions have
 * it; or a `ComponentError` and nothing else, so that every other error is a trap; or it returns the `result` itself.
 */
export type ErrStyle = 'thrown' | 'component-error' | 'returned';

/** A class whose objects the host gives to guests as resources. */
export type HostResource = abstract new (...args: never[]) => object;

/** The resource type that a class of the host's stands for. */
export interface HostResourceType extends ResourceType {
  /** The objects of the class themselves are the representations. */
  readonly host: HostResource;
}

const resourceTypes = new WeakMap<HostResource, HostResourceType>();

/** The resource type of a class: the same one in every linker. */
export function hostResourceType(host: HostResource): HostResourceType {
  let type = resourceTypes.get(host);
  if (type === undefined) {
    type = { kind: 'resource', name: host.name, index: -1, host };
    resourceTypes.set(host, type);
  }
  return type;
}
