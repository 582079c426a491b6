import type { PackageContext } from './context.js';
import { walkDependencies } from './dependency-walk.js';
import type { Walk } from './dependency-walk.js';
import type { Func, InterfaceId, Type, TypeDef, TypeId, TypeOwner, WorldItem } from './model.js';
import { elementTypes, mapElementTypes } from './type-elements.js';

/**
 * Copies the items of one world for another that includes it: types that belong to the first one become types of the
 * second. Types that belong to an interface with a name stay as they are.
 */
export class Cloner {
  readonly #context: PackageContext;
  readonly #from: TypeOwner;
  readonly #to: TypeOwner;
  readonly #clones: Map<TypeId, TypeId>;
  readonly #walk: Walk<TypeId>;

  constructor(context: PackageContext, from: TypeOwner, to: TypeOwner, clones = new Map<TypeId, TypeId>()) {
    const { arenas } = context;
    this.#context = context;
    this.#from = from;
    this.#to = to;
    this.#clones = clones;
    this.#walk = {
      enter: (type) => !clones.has(type),
      dependencies: (type) => this.#referencedTypes(arenas.type(type)),
      leave: (type) => void clones.set(type, arenas.addType(this.#clonedType(arenas.type(type)))),
    };
  }

  /** @param name - What the item is called in the world that includes it. */
  item(item: WorldItem, name: string): WorldItem {
    switch (item.kind) {
      case 'type':
        return { ...item, id: this.#namedType(item.id, name) };
      case 'function':
        return { kind: 'function', function: { ...this.#func(item.function), name } };
      case 'interface': {
        const source = this.#context.arenas.interfaces[item.id];
        return source === undefined || source.name !== undefined
          ? item
          : { ...item, id: this.#interface(item.id) };
      }
    }
  }

  #namedType(id: TypeId, name: string): TypeId {
    const { types } = this.#context.arenas;
    const clone = this.#type(id);
    types[clone] = { ...this.#context.arenas.type(clone), name };
    return clone;
  }

  #func(func: Func): Func {
    const kind =
      func.kind.kind === 'freestanding'
        ? func.kind
        : { ...func.kind, resource: this.#type(func.kind.resource) };
    const params = func.params.map((param) => ({ ...param, type: this.#valueType(param.type) }));
    const result = func.result === undefined ? undefined : this.#valueType(func.result);
    return { ...func, kind, params, result };
  }

  #interface(id: InterfaceId): InterfaceId {
    const { arenas, package: owner } = this.#context;
    const source = arenas.interfaces[id];
    if (source === undefined) return id;
    const cloneId = arenas.interfaces.length;
    const [from, to] = [id, cloneId].map((each) => ({ kind: 'interface', id: each }) as const);
    const inner = new Cloner(this.#context, from ?? this.#from, to ?? this.#to, this.#clones);
    const types = new Map([...source.types].map(([name, type]) => [name, inner.#type(type)]));
    const functions = new Map([...source.functions].map(([name, func]) => [name, inner.#func(func)]));
    return arenas.addInterface({ ...source, types, functions, package: owner, cloneOf: id });
  }

  #valueType(type: Type): Type {
    return typeof type === 'number' ? this.#type(type) : type;
  }

  #type(id: TypeId): TypeId {
    walkDependencies(id, this.#walk);
    return this.#clones.get(id) ?? id;
  }

  /** What must be cloned before a type is. An alias leads out of the world, unless its target belongs to it too. */
  #referencedTypes({ kind }: TypeDef): TypeId[] {
    if (kind.kind === 'own' || kind.kind === 'borrow') return [kind.resource];
    const ids = elementTypes(kind).filter((type) => typeof type === 'number');
    return kind.kind === 'alias' ? ids.filter((type) => this.#isCloned(type)) : ids;
  }

  #isCloned(type: TypeId): boolean {
    const { owner } = this.#context.arenas.type(type);
    return owner?.kind === this.#from.kind && owner.id === this.#from.id;
  }

  #clonedType(type: TypeDef): TypeDef {
    const clone = (id: TypeId) => this.#clones.get(id) ?? id;
    const { kind } = type;
    const owner = type.owner && this.#to;
    if (kind.kind === 'own' || kind.kind === 'borrow') {
      return { ...type, owner, kind: { kind: kind.kind, resource: clone(kind.resource) } };
    }
    const value = (element: Type) => (typeof element === 'number' ? clone(element) : element);
    if (kind.kind === 'alias') return { ...type, owner, kind: { kind: 'alias', type: value(kind.type) } };
    return { ...type, owner, kind: mapElementTypes(kind, value) };
  }
}
