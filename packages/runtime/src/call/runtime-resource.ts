import type { CoreValue } from '../abi/context.js';
import type { HostResourceType } from './host-items.js';
import type { ResourceType } from '../types/val-type.js';
import type { ComponentInstance } from './component-instance.js';

/** A resource type while it exists: of the host, or of one instance of a guest. It is its own identity. */
export type RuntimeResource = HostResourceType | GuestResourceType;

export interface GuestResourceType extends ResourceType {
  readonly host?: undefined;
  /** The component instance that defines the resource and implements it. */
  readonly definer: ComponentInstance;
  /** The core function that ends a representation, if the guest has one. */
  dtor: ((rep: CoreValue) => void) | undefined;
}
