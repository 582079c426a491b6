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
import { someElementType } from './type-elements.js';

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

const isResourceFlag = 1;
const hasBorrowFlag = 2;

/** The `Resolve` as it grows, with what must be known of each type at once. */
export class Arenas implements Resolve {
  readonly worlds: WorldDraft[] = [];
  readonly interfaces: InterfaceDraft[] = [];
  readonly types: TypeDef[] = [];
  readonly packages: PackageDraft[] = [];
  /** How many items and types `include` has copied. */
  copies = 0;
  readonly #flags: number[] = [];
  readonly #absentTypes: TypeDef[] = [];
  readonly #absentFlags: number[] = [];

  addType(type: TypeDef): TypeId {
    this.#flags.push(this.#flagsOf(type));
    return this.types.push(type) - 1;
  }

  /**
   * Adds a type that is not there because a feature is off. It is checked like any other, but stands in no arena: its
   * id is below zero, so that whatever refers to it can be told.
   */
  addAbsentType(type: TypeDef): TypeId {
    this.#absentFlags.push(this.#flagsOf(type));
    return -this.#absentTypes.push(type);
  }

  isAbsent(type: Type | undefined): type is TypeId {
    return typeof type === 'number' && type < 0;
  }

  /** @throws RangeError when there is no such type: ids come from {@link addType} and {@link addAbsentType} alone. */
  type(id: TypeId): TypeDef {
    const type = id < 0 ? this.#absentTypes[absentIndex(id)] : this.types[id];
    if (type === undefined) throw new RangeError(`no type ${id}`);
    return type;
  }

  /** Whether the type is a resource, or another name for one. */
  isResource(type: Type): type is TypeId {
    return typeof type === 'number' && (this.#flagsAt(type) & isResourceFlag) !== 0;
  }

  /** Whether a value of the type can hold a borrowed handle. */
  containsBorrow(type: Type): boolean {
    return typeof type === 'number' && (this.#flagsAt(type) & hasBorrowFlag) !== 0;
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

  #flagsAt(id: TypeId): number {
    return (id < 0 ? this.#absentFlags[absentIndex(id)] : this.#flags[id]) ?? 0;
  }

  #flagsOf({ kind }: TypeDef): number {
    switch (kind.kind) {
      case 'resource':
        return isResourceFlag;
      case 'borrow':
        return hasBorrowFlag;
      case 'alias':
        return typeof kind.type === 'number' ? this.#flagsAt(kind.type) : 0;
      default:
        return someElementType(kind, (type) => this.containsBorrow(type)) ? hasBorrowFlag : 0;
    }
  }
}

/** The ids of absent types are -1, -2 and so on. */
function absentIndex(id: number): number {
  return -id - 1;
}
