import type { ResourceType } from '../types/val-type.js';
import type { ComponentInstance } from './component-instance.js';

/** A class whose objects a host gives to guests as resources. */
export type HostResource = abstract new (...args: never[]) => object;

/** A resource type while it exists: of the host, or of one instance of a guest. It is its own identity. */
export type RuntimeResource = HostResourceType | GuestResourceType;

export interface HostResourceType extends ResourceType {
  /** The objects themselves are the representations. */
  readonly host: HostResource;
}

export interface GuestResourceType extends ResourceType {
  readonly host?: undefined;
  /** The component instance that defines the resource and implements it. */
  readonly definer: ComponentInstance;
  /** The core function that ends a representation, if the guest has one. */
  dtor: ((rep: number) => void) | undefined;
}

const hostResources = new WeakMap<HostResource, HostResourceType>();

/** The resource type of a class: the same one in every linker. */
export function hostResourceType(host: HostResource): HostResourceType {
  let type = hostResources.get(host);
  if (type === undefined) {
    type = { kind: 'resource', name: host.name, index: -1, host };
    hostResources.set(host, type);
  }
  return type;
}
