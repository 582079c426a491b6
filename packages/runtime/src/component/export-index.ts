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

  /** @internal */
  constructor(component: Component, place: number) {
    this.component = component;
    this.place = place;
  }
}
