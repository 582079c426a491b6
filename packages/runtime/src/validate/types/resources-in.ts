import { childrenOf, paramTypes, resultTypes } from '../../types/contains.js';
import type { ComponentItem } from '../../types/item-type.js';
import type { NameableType } from '../../types/named-type.js';
import type { ResourceType } from '../../types/val-type.js';

/** The resource types that types are made of, in any depth. Each type is visited once. */
export class ResourcesIn {
  readonly mentioned = new Set<ResourceType>();
  /** Those that a type among them declares. */
  readonly declared = new Set<ResourceType>();
  readonly #visited = new Set<NameableType>();
  readonly #visit: () => void;

  /** @param visit - called for each type, so that the work can be bounded */
  constructor(visit: () => void) {
    this.#visit = visit;
  }

  add(item: ComponentItem): void {
    switch (item.kind) {
      case 'resource':
        this.mentioned.add(item);
        return;
      case 'module':
        return;
      case 'type':
      case 'value':
        this.#type(item.type);
        return;
      default:
        this.#type(item);
    }
  }

  addAll(items: Iterable<ComponentItem>): void {
    for (const item of items) this.add(item);
  }

  #type(type: NameableType): void {
    if (this.#visited.has(type)) return;
    this.#visited.add(type);
    this.#visit();
    switch (type.kind) {
      case 'func':
        return this.#types([...paramTypes(type), ...resultTypes(type)]);
      case 'instance':
        for (const resource of type.resources ?? []) this.declared.add(resource);
        return this.addAll(type.exports.values());
      case 'component':
        for (const resource of type.resources?.imported ?? []) this.declared.add(resource);
        for (const resource of type.resources?.exported ?? []) this.declared.add(resource);
        this.addAll(type.imports.values());
        return this.addAll(type.exports.values());
      case 'own':
      case 'borrow':
        this.mentioned.add(type.resource);
        return;
      case 'stream':
      case 'future':
        return this.#types(type.element === undefined ? [] : [type.element]);
      default:
        return this.#types(childrenOf(type));
    }
  }

  #types(types: readonly NameableType[]): void {
    for (const type of types) this.#type(type);
  }
}
