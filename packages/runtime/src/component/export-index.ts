import type { ResourcePairs } from '../types/resource-pairs.js';
import type { Component } from './component.js';

/**
 * The place of an export in one component, found once by name and good for all of its instances. For another component
 * it finds nothing.
 */
export class ComponentExportIndex {
  /** @internal */
  readonly component: Component;
  /** @internal */
  readonly place: number;
  /** @internal The component's resources for those of the types that generated code expects, where that found the export. */
  readonly resources: ResourcePairs | undefined;

  /** @internal */
  constructor(component: Component, place: number, resources?: ResourcePairs) {
    this.component = component;
    this.place = place;
    this.resources = resources;
  }
}
