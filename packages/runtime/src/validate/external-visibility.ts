import { childrenOf, paramTypes, resultTypes } from '../types/contains.js';
import type { ComponentItem, InstanceType } from '../types/item-type.js';
import type { NameableType } from '../types/named-type.js';
import { exportedResourceName, resourceNameOf, type ResourceName } from '../types/resource-name.js';
import type { ResourceType, ValType } from '../types/val-type.js';
import type { Direction } from './externs.js';

/**
 * Whoever uses a component has to be able to name each type that it imports and exports: records, variants, enums, flags
 * and resources have to be imported or exported themselves before something that uses them is.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#external-visibility-of-types
 */
export class ExternalVisibility {
  readonly #imported = new NamedTypes(undefined);
  /** What is imported can be used by imports and exports. */
  readonly #exported = new NamedTypes(this.#imported);

  /**
   * Adds the names that an import or export brings; gives a type that it is made of and that has none.
   *
   * @param visit - called for each type that is looked at, so that the work can be bounded
   */
  add(
    direction: Direction,
    item: ComponentItem,
    resourceName: ResourceName | undefined,
    visit: () => void,
  ): ValType | undefined {
    const named = direction === 'import' ? this.#imported : this.#exported;
    return named.add(item, resourceName, visit);
  }
}

/** The types that have names. More and more of them, so that what was found once to be made of them still is. */
class NamedTypes {
  /** Where there are more. */
  readonly #base: NamedTypes | undefined;
  readonly #types = new Set<ValType>();
  /** Resource types that go by themselves; and those that go by names, with these. */
  readonly #resources = new Set<ResourceType>();
  readonly #resourceNames = new Map<ResourceType, Set<ResourceName>>();
  /** Types without a name of their own that are made of types with one. */
  readonly #madeOfNamed = new Set<NameableType>();
  readonly #added = new Set<InstanceType>();
  #visit: () => void = () => undefined;

  constructor(base: NamedTypes | undefined) {
    this.#base = base;
  }

  add(item: ComponentItem, resourceName: ResourceName | undefined, visit: () => void): ValType | undefined {
    this.#visit = visit;
    return this.#add(item, resourceName);
  }

  hasType(type: ValType): boolean {
    return this.#types.has(type) || this.#base?.hasType(type) === true;
  }

  hasResource(resource: ResourceType, name: ResourceName): boolean {
    if (name === resource && this.#resources.has(resource)) return true;
    if (this.#resourceNames.get(resource)?.has(name) === true) return true;
    return this.#base?.hasResource(resource, name) === true;
  }

  #add(item: ComponentItem, resourceName: ResourceName | undefined): ValType | undefined {
    this.#visit();
    switch (item.kind) {
      case 'resource':
        this.#addResource(item, resourceName ?? item);
        return undefined;
      case 'type': {
        const unnamed = this.#unnamedIn(item.type);
        if (unnamed === undefined && !isItemType(item.type)) this.#types.add(item.type);
        return unnamed;
      }
      case 'func':
        return this.#unnamedIn(item);
      case 'instance':
        return this.#addInstance(item);
      case 'value':
        return this.#unnamed(item.type);
      case 'component':
      case 'module':
        // They stand for themselves: theirs were checked where they were made.
        return undefined;
    }
  }

  #addInstance(instance: InstanceType): ValType | undefined {
    if (this.#added.has(instance)) return undefined;
    for (const [name, item] of instance.exports) {
      const resourceName =
        item.kind === 'resource' ? exportedResourceName(instance.exports, name, item) : undefined;
      const unnamed = this.#add(item, resourceName);
      if (unnamed !== undefined) return unnamed;
    }
    this.#added.add(instance);
    return undefined;
  }

  #addResource(resource: ResourceType, name: ResourceName): void {
    if (name === resource) {
      this.#resources.add(resource);
      return;
    }
    const names = this.#resourceNames.get(resource);
    if (names === undefined) this.#resourceNames.set(resource, new Set([name]));
    else names.add(name);
  }

  /** Whether a type can be written where another uses it: gives what cannot. */
  #unnamed(type: ValType): ValType | undefined {
    this.#visit();
    switch (type.kind) {
      case 'record':
      case 'variant':
      case 'enum':
      case 'flags':
        return this.hasType(type) ? undefined : type;
      default:
        return this.#unnamedIn(type);
    }
  }

  /** Whether all that a type is made of can be written: gives what cannot. */
  #unnamedIn(type: NameableType): ValType | undefined {
    if (this.#madeOfNamed.has(type)) return undefined;
    this.#visit();
    const unnamed = this.#unnamedPart(type);
    if (unnamed === undefined) this.#madeOfNamed.add(type);
    return unnamed;
  }

  #unnamedPart(type: NameableType): ValType | undefined {
    switch (type.kind) {
      case 'func':
        return this.#firstUnnamed([...paramTypes(type), ...resultTypes(type)]);
      case 'instance':
        for (const item of type.exports.values()) {
          const unnamed = this.#unnamedInExport(item);
          if (unnamed !== undefined) return unnamed;
        }
        return undefined;
      case 'component':
        return undefined;
      case 'own':
      case 'borrow':
        return this.hasResource(type.resource, resourceNameOf(type)) ? undefined : type;
      case 'stream':
      case 'future':
        return type.element && this.#unnamed(type.element);
      default:
        return this.#firstUnnamed(childrenOf(type));
    }
  }

  #firstUnnamed(types: readonly ValType[]): ValType | undefined {
    for (const type of types) {
      const unnamed = this.#unnamed(type);
      if (unnamed !== undefined) return unnamed;
    }
    return undefined;
  }

  #unnamedInExport(item: ComponentItem): ValType | undefined {
    switch (item.kind) {
      case 'type':
      case 'value':
        return this.#unnamedIn(item.type);
      case 'func':
      case 'instance':
        return this.#unnamedIn(item);
      default:
        return undefined;
    }
  }
}

function isItemType(type: NameableType): type is Exclude<NameableType, ValType> {
  return type.kind === 'func' || type.kind === 'instance' || type.kind === 'component';
}
