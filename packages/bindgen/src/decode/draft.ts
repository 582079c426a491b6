/** A `Resolve` that is being made: its packages have no ids before all of them are known. */
import {
  formatPackageName,
  type Func,
  type Interface,
  type InterfaceId,
  type Package,
  type PackageName,
  type Resolve,
  type Span,
  type Type,
  type TypeDef,
  type TypeDefKind,
  type TypeId,
  type World,
  type WorldId,
  type WorldItem,
  type WorldKey,
} from '@wit-bindgen-ts/wit-parser';
import { orderPackages } from './package-order.js';

/** What is decoded stands in no file. */
export const nowhere: Span = { file: 0, start: 0, end: 0 };

export interface InterfaceDraft extends Omit<Interface, 'package'> {
  package: PackageDraft;
  docs?: string | undefined;
  stability?: Interface['stability'];
  readonly types: Map<string, TypeId>;
  readonly functions: Map<string, Func>;
}

export interface WorldDraft extends Omit<World, 'package'> {
  readonly package: PackageDraft;
  docs?: string | undefined;
  stability?: World['stability'];
  readonly imports: Map<WorldKey, WorldItem>;
  readonly exports: Map<WorldKey, WorldItem>;
}

export interface PackageDraft extends Omit<Package, 'interfaces' | 'worlds'> {
  readonly name: PackageName;
  docs?: string | undefined;
  readonly interfaces: Map<string, InterfaceId>;
  readonly worlds: Map<string, WorldId>;
}

export class Draft {
  readonly worlds: WorldDraft[] = [];
  readonly interfaces: InterfaceDraft[] = [];
  readonly types: TypeDef[] = [];
  readonly #packages = new Map<string, PackageDraft>();
  readonly #structural = new Map<string, TypeId>();

  get packages(): PackageDraft[] {
    return [...this.#packages.values()];
  }

  package(name: PackageName): PackageDraft {
    const key = formatPackageName(name);
    const known = this.#packages.get(key);
    if (known !== undefined) return known;
    const made: PackageDraft = { name, interfaces: new Map(), worlds: new Map() };
    this.#packages.set(key, made);
    return made;
  }

  /** An interface of a package, which is made when it is first asked for. */
  interface(owner: PackageDraft, name: string): InterfaceId {
    const known = owner.interfaces.get(name);
    if (known !== undefined) return known;
    const id = this.#pushInterface(owner, name);
    owner.interfaces.set(name, id);
    return id;
  }

  /** An interface that stands in a world. */
  inlineInterface(owner: PackageDraft): InterfaceId {
    return this.#pushInterface(owner, undefined);
  }

  world(owner: PackageDraft, name: string): WorldId {
    const id = this.worlds.length;
    this.worlds.push({ name, package: owner, imports: new Map(), exports: new Map(), span: nowhere });
    owner.worlds.set(name, id);
    return id;
  }

  namedType(type: Omit<TypeDef, 'span'>): TypeId {
    return this.types.push({ ...type, span: nowhere }) - 1;
  }

  /** A type without a name: one for all that have the same parts. */
  structuralType(kind: TypeDefKind): Type {
    if (kind.kind === 'alias') return kind.type;
    const key = JSON.stringify(kind);
    const known = this.#structural.get(key);
    if (known !== undefined) return known;
    const id = this.types.push({ kind, span: nowhere }) - 1;
    this.#structural.set(key, id);
    return id;
  }

  finish(): Resolve {
    const order = orderPackages(this);
    const ids = new Map(order.map((each, id) => [each, id]));
    const idOf = (owner: PackageDraft): number => ids.get(owner) ?? -1;
    return {
      worlds: this.worlds.map((each) => ({ ...each, package: idOf(each.package) })),
      interfaces: this.interfaces.map((each) => ({ ...each, package: idOf(each.package) })),
      types: this.types,
      packages: order,
    };
  }

  #pushInterface(owner: PackageDraft, name: string | undefined): InterfaceId {
    const draft = { package: owner, types: new Map<string, TypeId>(), functions: new Map<string, Func>() };
    return this.interfaces.push({ ...draft, name, span: nowhere }) - 1;
  }
}
