import type {
  Func,
  Interface,
  InterfaceId,
  Package,
  PackageId,
  Resolve,
  Type,
  TypeDef,
  TypeId,
} from './model.js';
import type { World, WorldId, WorldItem, WorldKey } from './model.js';
import { elementTypes } from './type-elements.js';

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

/** The `Resolve` as it grows, with what must be known of each type at once. */
export class Arenas implements Resolve {
  readonly worlds: WorldDraft[] = [];
  readonly interfaces: InterfaceDraft[] = [];
  readonly types: TypeDef[] = [];
  readonly packages: PackageDraft[] = [];
  /** How many items and types `include` has copied. */
  copies = 0;
  /** The types that are a resource, or another name for one. */
  readonly #resources = new Set<TypeId>();
  readonly #borrowing = new Set<TypeId>();

  addType(type: TypeDef): TypeId {
    const id = this.types.length;
    this.types.push(type);
    const { kind } = type;
    if (kind.kind === 'resource' || (kind.kind === 'alias' && this.isResource(kind.type)))
      this.#resources.add(id);
    const borrows = (element: Type) => typeof element === 'number' && this.#borrowing.has(element);
    if (kind.kind === 'borrow' || elementTypes(kind).some(borrows)) this.#borrowing.add(id);
    return id;
  }

  /** @throws RangeError when there is no such type: ids come from {@link addType} alone. */
  type(id: TypeId): TypeDef {
    const type = this.types[id];
    if (type === undefined) throw new RangeError(`no type ${id}`);
    return type;
  }

  isResource(type: Type): type is TypeId {
    return typeof type === 'number' && this.#resources.has(type);
  }

  /** Whether a value of the type can hold a borrowed handle. */
  containsBorrow(type: Type): boolean {
    return typeof type === 'number' && this.#borrowing.has(type);
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

  /** The interface that a `use` takes a type from; `undefined` for any other type. */
  usedInterface(id: TypeId): InterfaceId | undefined {
    const { kind, owner } = this.type(id);
    if (kind.kind !== 'alias' || typeof kind.type !== 'number') return undefined;
    const source = this.type(kind.type).owner;
    const isSame = source?.kind === owner?.kind && source?.id === owner?.id;
    return isSame || source?.kind !== 'interface' ? undefined : source.id;
  }

  /** The interfaces that an interface takes types from; some may come twice. */
  *interfaceDependencies(id: InterfaceId): Generator<InterfaceId> {
    for (const type of this.interfaces[id]?.types.values() ?? []) {
      const used = this.usedInterface(type);
      if (used !== undefined) yield used;
    }
  }
}
