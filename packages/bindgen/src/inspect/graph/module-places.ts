import type { ComponentPart, CoreModulePart } from '../inspection.js';

/** A core module and the component that it stands in. */
export interface PlaceOfModule {
  readonly module: CoreModulePart;
  readonly component: ComponentPart;
}

/** The core modules of a component, by where they begin. */
export function placesOf(root: ComponentPart): ReadonlyMap<number, PlaceOfModule> {
  const places = new Map<number, PlaceOfModule>();
  const rest = [root];
  for (let component = rest.pop(); component !== undefined; component = rest.pop()) {
    for (const part of component.parts) {
      if (part.kind === 'component') rest.push(part);
      else places.set(part.offset, { module: part, component });
    }
  }
  return places;
}
