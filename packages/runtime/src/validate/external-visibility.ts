import { childrenOf, paramTypes, resultTypes } from '../types/contains.js';
import type { ComponentItem, InstanceType } from '../types/item-type.js';
import type { NameableType } from '../types/named-type.js';
import { exportedResourceName, resourceNameOf, type ResourceName } from '../types/resource-name.js';
import type { HandleType, ResourceType, ValType } from '../types/val-type.js';
import type { Direction } from './externs.js';

/**
 * Whoever uses a component has to be able to name each type that it imports and exports: records, variants, enums, flags
 * and resources have to be imported or exported themselves before something that uses them is.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#external-visibility-of-types
 */
export class ExternalVisibility {
  readonly #imported = new NamedTypes();
  readonly #exported = new NamedTypes();

  /** Adds the names that an import or export brings; false if what it is made of has none. */
  add(direction: Direction, item: ComponentItem, resourceName: ResourceName | undefined): boolean {
    // What is imported can be used by imports and exports.
    const types = direction === 'import' ? [this.#imported, this.#exported] : [this.#exported];
    return types.every((named) => named.add(item, resourceName));
  }
}

/** The types that have names. More and more of them, so that what was found once to be made of them still is. */
class NamedTypes {
  readonly #types = new Set<ValType>();
  readonly #resources = new Map<ResourceType, Set<ResourceName>>();
  /** Types without a name of their own that are made of types with one. */
  readonly #madeOfNamed = new Set<NameableType>();
  readonly #added = new Set<InstanceType>();

  add(item: ComponentItem, resourceName: ResourceName | undefined): boolean {
    switch (item.kind) {
      case 'resource':
        this.#addResource(item, resourceName ?? item);
        return true;
      case 'type':
        if (!this.#isMadeOfNamed(item.type)) return false;
        if (!isItemType(item.type)) this.#types.add(item.type);
        return true;
      case 'func':
        return this.#isMadeOfNamed(item);
      case 'instance':
        return this.#addInstance(item);
      case 'value':
        return this.#isNamed(item.type);
      case 'component':
      case 'module':
        // They stand for themselves: theirs were checked where they were made.
        return true;
    }
  }

  #addInstance(instance: InstanceType): boolean {
    if (this.#added.has(instance)) return true;
    for (const [name, item] of instance.exports) {
      const resourceName =
        item.kind === 'resource' ? exportedResourceName(instance.exports, name, item) : undefined;
      if (!this.add(item, resourceName)) return false;
    }
    this.#added.add(instance);
    return true;
  }

  #addResource(resource: ResourceType, name: ResourceName): void {
    const names = this.#resources.get(resource);
    if (names === undefined) this.#resources.set(resource, new Set([name]));
    else names.add(name);
  }

  /** Whether a type can be written where another uses it. */
  #isNamed(type: ValType): boolean {
    switch (type.kind) {
      case 'record':
      case 'variant':
      case 'enum':
      case 'flags':
        return this.#types.has(type);
      default:
        return this.#isMadeOfNamed(type);
    }
  }

  /** Whether all that a type is made of can be written. */
  #isMadeOfNamed(type: NameableType): boolean {
    if (this.#madeOfNamed.has(type)) return true;
    if (!this.#areItsPartsNamed(type)) return false;
    this.#madeOfNamed.add(type);
    return true;
  }

  #areItsPartsNamed(type: NameableType): boolean {
    switch (type.kind) {
      case 'func':
        return [...paramTypes(type), ...resultTypes(type)].every((part) => this.#isNamed(part));
      case 'instance':
        for (const item of type.exports.values()) if (!this.#isExportMadeOfNamed(item)) return false;
        return true;
      case 'component':
        return true;
      case 'own':
      case 'borrow':
        return this.#isHandleNamed(type);
      case 'stream':
      case 'future':
        return type.element === undefined || this.#isNamed(type.element);
      default:
        return childrenOf(type).every((part) => this.#isNamed(part));
    }
  }

  #isExportMadeOfNamed(item: ComponentItem): boolean {
    switch (item.kind) {
      case 'type':
      case 'value':
        return this.#isMadeOfNamed(item.type);
      case 'func':
      case 'instance':
        return this.#isMadeOfNamed(item);
      default:
        return true;
    }
  }

  #isHandleNamed(handle: HandleType): boolean {
    return this.#resources.get(handle.resource)?.has(resourceNameOf(handle)) === true;
  }
}

function isItemType(type: NameableType): type is Exclude<NameableType, ValType> {
  return type.kind === 'func' || type.kind === 'instance' || type.kind === 'component';
}
