import type { ComponentItem, ComponentType, FuncType, InstanceType } from './item-type.js';
import { setCopiedFrom, setTypeNamed, typeNamed, type NameableType } from './named-type.js';
import {
  exportedResourceName,
  resourceNameOf,
  setExportedResourceName,
  setResourceNameOf,
  type ResourceName,
} from './resource-name.js';
import type { HandleType, Labelled, ResourceType, ValType } from './val-type.js';

/**
 * Puts types in place of others: resource types that an instance has in place of those that its type declares, and
 * types that were given in place of those that were asked for. Each type is rewritten once, and stays the same object
 * where nothing in it changes.
 */
export class Substitution {
  readonly #visit: () => void;
  readonly #resources = new Map<ResourceType, ResourceType>();
  readonly #names = new Map<ResourceType, Map<ResourceName, ResourceName>>();
  readonly #types = new Map<NameableType, NameableType>();

  /** @param visit - called for each type and each export that is gone through, so that the work can be bounded */
  constructor(visit: () => void) {
    this.#visit = visit;
  }

  get isEmpty(): boolean {
    return this.#resources.size === 0 && this.#types.size === 0;
  }

  replaceResource(resource: ResourceType, by: ResourceType): void {
    this.#resources.set(resource, by);
  }

  /** Lets one name of a resource stand for another. */
  replaceName(resource: ResourceType, name: ResourceName, by: ResourceName): void {
    const names = this.#names.get(resource);
    if (names === undefined) this.#names.set(resource, new Map([[name, by]]));
    else names.set(name, by);
  }

  replaceType(type: NameableType, by: NameableType): void {
    this.#types.set(type, by);
  }

  item(item: ComponentItem): ComponentItem {
    switch (item.kind) {
      case 'func':
      case 'instance':
      case 'component':
        return this.type(item);
      case 'resource':
        return this.#resource(item);
      case 'type': {
        const type = this.type(item.type);
        return type === item.type ? item : { kind: 'type', type };
      }
      case 'value': {
        const type = this.type(item.type);
        return type === item.type ? item : { kind: 'value', type };
      }
      case 'module':
        return item;
    }
  }

  /** The exports of an instance or a component. */
  items(items: ReadonlyMap<string, ComponentItem>): ReadonlyMap<string, ComponentItem> {
    const rewritten = new Map<string, ComponentItem>();
    let changed = false;
    for (const [name, item] of items) {
      this.#visit();
      const other = this.item(item);
      rewritten.set(name, other);
      if (other !== item) changed = true;
      if (item.kind !== 'resource' || other.kind !== 'resource') continue;
      const oldName = exportedResourceName(items, name, item);
      const newName = this.#resourceName(item, oldName);
      setExportedResourceName(rewritten, name, other, newName);
      if (oldName !== newName) changed = true;
    }
    return changed ? rewritten : items;
  }

  type<Type extends NameableType>(type: Type): Type;
  type(type: NameableType): NameableType {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    this.#visit();
    const rewritten = this.#rewritten(type);
    this.#types.set(type, rewritten);
    if (rewritten !== type) this.#nameCopies(type, rewritten);
    return rewritten;
  }

  /** Makes the copy of a name a name of the copy. A name can be one of a name, and so on without end. */
  #nameCopies(type: NameableType, copy: NameableType): void {
    let named = typeNamed(type);
    while (named !== undefined) {
      setCopiedFrom(copy, type);
      const known = this.#types.get(named);
      if (known !== undefined) {
        setTypeNamed(copy, known);
        return;
      }
      this.#visit();
      const next = this.#rewritten(named);
      this.#types.set(named, next);
      setTypeNamed(copy, next);
      [type, copy] = [named, next];
      named = copy === type ? undefined : typeNamed(type);
    }
  }

  #rewritten(type: NameableType): NameableType {
    switch (type.kind) {
      case 'func':
        return this.#func(type);
      case 'instance':
        return this.#instance(type);
      case 'component':
        return this.#component(type);
      case 'record': {
        const fields = this.#labelled(type.fields);
        return fields === type.fields ? type : { kind: 'record', fields };
      }
      case 'variant': {
        const cases = each(type.cases, (case_) =>
          case_.type === undefined ? case_ : withType(case_, this.type(case_.type)),
        );
        return cases === type.cases ? type : { kind: 'variant', cases };
      }
      case 'list': {
        const element = this.type(type.element);
        return element === type.element ? type : { ...type, element };
      }
      case 'map': {
        const key = this.type(type.key);
        const value = this.type(type.value);
        return key === type.key && value === type.value ? type : { kind: 'map', key, value };
      }
      case 'tuple': {
        const types = each(type.types, (member) => this.type(member));
        return types === type.types ? type : { kind: 'tuple', types };
      }
      case 'option': {
        const some = this.type(type.some);
        return some === type.some ? type : { kind: 'option', some };
      }
      case 'result': {
        const ok = this.#optional(type.ok);
        const err = this.#optional(type.err);
        if (ok === type.ok && err === type.err) return type;
        return { kind: 'result', ...(ok === undefined ? {} : { ok }), ...(err === undefined ? {} : { err }) };
      }
      case 'stream':
      case 'future': {
        const element = this.#optional(type.element);
        return element === type.element || element === undefined ? type : { kind: type.kind, element };
      }
      case 'own':
      case 'borrow':
        return this.#handle(type);
      default:
        return type;
    }
  }

  #func(type: FuncType): FuncType {
    const params = this.#labelled(type.params);
    const result = this.#optional(type.result);
    if (params === type.params && result === type.result) return type;
    return { kind: 'func', async: type.async, params, ...(result === undefined ? {} : { result }) };
  }

  #instance(type: InstanceType): InstanceType {
    const exports = this.items(type.exports);
    return exports === type.exports ? type : { ...type, exports };
  }

  #component(type: ComponentType): ComponentType {
    const imports = this.items(type.imports);
    const exports = this.items(type.exports);
    return imports === type.imports && exports === type.exports ? type : { ...type, imports, exports };
  }

  #handle(type: HandleType): HandleType {
    const resource = this.#resource(type.resource);
    const oldName = resourceNameOf(type);
    const name = this.#resourceName(type.resource, oldName);
    if (resource === type.resource && name === oldName) return type;
    const handle: HandleType = { kind: type.kind, resource };
    setResourceNameOf(handle, name);
    return handle;
  }

  #resource(resource: ResourceType): ResourceType {
    return this.#resources.get(resource) ?? resource;
  }

  /** A name of a name that is replaced is another one too: it says what it stands for. */
  #resourceName(resource: ResourceType, name: ResourceName): ResourceName {
    const replaced = this.#names.get(resource)?.get(name);
    if (replaced !== undefined) return replaced;
    if (name.kind === 'resource') return name === resource ? this.#resource(resource) : name;
    const of = this.#resourceName(resource, name.of);
    const renamed: ResourceName = of === name.of ? name : { kind: 'name', of };
    this.replaceName(resource, name, renamed);
    return renamed;
  }

  #optional(type: ValType | undefined): ValType | undefined {
    return type === undefined ? undefined : this.type(type);
  }

  #labelled(members: readonly Labelled[]): readonly Labelled[] {
    return each(members, (member) => withType(member, this.type(member.type)));
  }
}

/** Maps a list, which stays the same where none of its elements changes. */
function each<T>(list: readonly T[], map: (element: T) => T): readonly T[] {
  const mapped = list.map(map);
  return mapped.every((element, i) => element === list[i]) ? list : mapped;
}

function withType<T extends { readonly type?: ValType }>(member: T, type: ValType): T {
  return member.type === type ? member : { ...member, type };
}
