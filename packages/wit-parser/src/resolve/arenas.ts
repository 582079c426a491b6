import { interfaceKey } from './model.js';
import type {
  Func,
  Interface,
  InterfaceId,
  Package,
  PackageId,
  Param,
  Resolve,
  Type,
  TypeDef,
  TypeDefKind,
  TypeId,
} from './model.js';
import type { World, WorldId, WorldItem, WorldKey } from './model.js';

/** A world whose items are still being gathered. */
export interface WorldDraft extends World {
  imports: Map<WorldKey, WorldItem>;
  exports: Map<WorldKey, WorldItem>;
}

export interface InterfaceDraft extends Interface {
  readonly types: Map<string, TypeId>;
  readonly functions: Map<string, Func>;
}

export interface PackageDraft extends Package {
  readonly interfaces: Map<string, InterfaceId>;
  readonly worlds: Map<string, WorldId>;
}

/** A function in which a resource may still stand for itself. */
export interface FuncDraft extends Func {
  readonly params: readonly ParamDraft[];
  result: Type | undefined;
}

export interface ParamDraft extends Param {
  type: Type;
}

/** What must be known of a type at once, as bits. */
export type TypeTraits = number;
/** It is a resource, or another name for one. */
const resource: TypeTraits = 1;
/** A value of it can hold a borrowed handle. */
const borrow: TypeTraits = 2;
/** It is not there, because a feature is off. */
const gone: TypeTraits = 4;

/** The `Resolve` as it grows. */
export class Arenas implements Resolve {
  readonly worlds: WorldDraft[] = [];
  readonly interfaces: InterfaceDraft[] = [];
  readonly types: TypeDef[] = [];
  readonly packages: PackageDraft[] = [];
  /** How many items and types `include` has copied. */
  copies = 0;
  readonly #traits: TypeTraits[] = [];
  readonly #goneTypes: TypeDef[] = [];
  readonly #goneTraits: TypeTraits[] = [];
  readonly #interfaceKeys: (WorldKey | undefined)[] = [];
  readonly #interfaceDependencies: (readonly InterfaceId[] | undefined)[] = [];

  addType(type: TypeDef): TypeId {
    this.#traits.push(ownTraits(type.kind, this.#traitsOf(type.kind)));
    return this.types.push(type) - 1;
  }

  /** Adds a type that a feature that is off takes away. It has an id below zero, and is no part of the `Resolve`. */
  addGone(type: TypeDef): TypeId {
    this.#goneTraits.push(ownTraits(type.kind, this.#traitsOf(type.kind)) | gone);
    return -this.#goneTypes.push(type);
  }

  /** @throws RangeError when there is no such type: ids come from {@link addType} and {@link addGone} alone. */
  type(id: TypeId): TypeDef {
    const type = id < 0 ? this.#goneTypes[-1 - id] : this.types[id];
    if (type === undefined) throw new RangeError(`no type ${id}`);
    return type;
  }

  isGone(type: Type | undefined): type is TypeId {
    return typeof type === 'number' && type < 0;
  }

  isResource(type: Type): type is TypeId {
    return (this.#traitsOfType(type) & resource) !== 0;
  }

  /** Whether a value of the type can hold a borrowed handle. */
  containsBorrow(type: Type): boolean {
    return (this.#traitsOfType(type) & borrow) !== 0;
  }

  /** Whether a type has an element that is a resource, which must become a handle. */
  hasResource(kind: TypeDefKind): boolean {
    if (kind.kind === 'alias' || kind.kind === 'resource') return false;
    return (this.#traitsOf(kind) & resource) !== 0;
  }

  /** Whether a type refers to one that is not there. */
  refersToGone(kind: TypeDefKind): boolean {
    return (this.#traitsOf(kind) & gone) !== 0;
  }

  #traitsOfType(type: Type | undefined): TypeTraits {
    if (typeof type !== 'number') return 0;
    return (type < 0 ? this.#goneTraits[-1 - type] : this.#traits[type]) ?? 0;
  }

  /** Its own traits, with those of all types that it is directly made of. */
  #traitsOf(kind: TypeDefKind): TypeTraits {
    let traits: TypeTraits = 0;
    switch (kind.kind) {
      case 'resource':
        return resource;
      case 'borrow':
        return borrow | (this.#traitsOfType(kind.resource) & gone);
      case 'own':
        return this.#traitsOfType(kind.resource) & gone;
      case 'flags':
      case 'enum':
        return 0;
      case 'record':
        for (const field of kind.fields) traits |= this.#traitsOfType(field.type);
        return traits;
      case 'variant':
        for (const each of kind.cases) traits |= this.#traitsOfType(each.type);
        return traits;
      case 'tuple':
        for (const type of kind.types) traits |= this.#traitsOfType(type);
        return traits;
      case 'alias':
        return this.#traitsOfType(kind.type);
      case 'option':
        return this.#traitsOfType(kind.some);
      case 'result':
        return this.#traitsOfType(kind.ok) | this.#traitsOfType(kind.err);
      case 'map':
        return this.#traitsOfType(kind.key) | this.#traitsOfType(kind.value);
      default:
        return this.#traitsOfType(kind.element);
    }
  }

  addInterface(draft: InterfaceDraft): InterfaceId {
    return this.interfaces.push(draft) - 1;
  }

  addWorld(draft: WorldDraft): WorldId {
    return this.worlds.push(draft) - 1;
  }

  addPackage(draft: PackageDraft): PackageId {
    return this.packages.push(draft) - 1;
  }

  /** As the function of that name, but the text is made once. */
  interfaceKey(id: InterfaceId): WorldKey {
    return (this.#interfaceKeys[id] ??= interfaceKey(id));
  }

  /** The interface that a `use` takes a type from; `undefined` for any other type. */
  usedInterface(id: TypeId): InterfaceId | undefined {
    const { kind, owner } = this.type(id);
    if (kind.kind !== 'alias' || typeof kind.type !== 'number') return undefined;
    const source = this.type(kind.type).owner;
    if (source?.kind !== 'interface') return undefined;
    return owner?.kind === 'interface' && owner.id === source.id ? undefined : source.id;
  }

  /** The interfaces that a complete interface takes types from; some may come twice. */
  interfaceDependencies(id: InterfaceId): readonly InterfaceId[] {
    return (this.#interfaceDependencies[id] ??= this.#findDependencies(id));
  }

  #findDependencies(id: InterfaceId): readonly InterfaceId[] {
    const dependencies: InterfaceId[] = [];
    for (const type of this.interfaces[id]?.types.values() ?? []) {
      const used = this.usedInterface(type);
      if (used !== undefined && used !== dependencies.at(-1)) dependencies.push(used);
    }
    return dependencies;
  }
}

/** Of those that its elements have too, a type itself has these. */
function ownTraits({ kind }: TypeDefKind, traits: TypeTraits): TypeTraits {
  return kind === 'resource' || kind === 'alias' ? traits & (resource | borrow) : traits & borrow;
}
