import type { ExternName } from '../binary/definitions.js';
import type { ComponentItem, ExternAttribute, ExternAttributes } from '../types/item-type.js';
import { setExportedResourceName, type ResourceName } from '../types/resource-name.js';
import type { ResourceType } from '../types/val-type.js';
import { ExternalVisibility } from './external-visibility.js';
import type { Features } from './features.js';
import { ExternNames } from './names/extern-names.js';
import { checkTypeSize, factsOf } from './types/type-facts.js';

export type Direction = 'import' | 'export';

/** What a scope imports and exports, in the order of the text. */
export class Externs {
  readonly imports = new Map<string, ComponentItem>();
  readonly exports = new Map<string, ComponentItem>();
  readonly visibility = new ExternalVisibility();
  /** The resource types that imports declare, those of imported instances among them. */
  readonly importedResources = new Set<ResourceType>();
  /** The resource types that come into being here: those defined, declared by exports, or got by instantiation. */
  readonly definedResources = new Set<ResourceType>();

  readonly #names: ExternNames;
  readonly #attributes = {
    import: new Map<string, readonly ExternAttribute[]>(),
    export: new Map<string, readonly ExternAttribute[]>(),
  };
  #size = 1;

  constructor(features: Features) {
    this.#names = new ExternNames(features);
  }

  /** The attributes of names that have any. */
  attributes(direction: Direction): ExternAttributes | undefined {
    const attributes = this.#attributes[direction];
    return attributes.size === 0 ? undefined : attributes;
  }

  /** Counts the type of what is to be added, before anything is done with it. */
  count(item: ComponentItem, offset: number): void {
    this.#size += factsOf(item).size;
    checkTypeSize(this.#size, offset);
  }

  /** Adds what has been checked by itself; checks its name. */
  add(
    direction: Direction,
    name: ExternName,
    item: ComponentItem,
    resourceName: ResourceName | undefined,
    offset: number,
  ): void {
    this.#names.add(direction, name, item, offset, resourceName);
    const items = direction === 'import' ? this.imports : this.exports;
    items.set(name.name, item);
    if (item.kind === 'resource' && resourceName !== undefined) {
      setExportedResourceName(items, name.name, item, resourceName);
    }
    if (name.attributes.length > 0) this.#attributes[direction].set(name.name, name.attributes);
  }
}
