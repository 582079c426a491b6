import {
  exportedResourceName,
  resourceNameOf,
  type ComponentItem,
  type HandleType,
  type Labelled,
  type NameableType,
  type ResourceType,
  type ValType,
} from '@wit-bindgen-ts/runtime/structure';
import type { Field, Type, TypeDefKind, TypeId } from '@wit-bindgen-ts/wit-parser';
import { nowhere, type Draft } from './draft.js';
import { NotInWit } from './omission.js';
import type { Scope, TypeObject } from './scope.js';
import { farthest, type TypeOrigins } from './type-origins.js';

/** Decodes types of values, each as what it is where it stands: a name there, or its parts. */
export class TypeDecoder {
  readonly #draft: Draft;
  readonly #origins: TypeOrigins;
  /** The first name of each type. */
  readonly #named = new Map<TypeObject, TypeId>();

  constructor(draft: Draft, origins: TypeOrigins) {
    this.#draft = draft;
    this.#origins = origins;
  }

  /** Declares a type that is imported or exported under a name. */
  declare(scope: Scope, name: string, named: NamedType, externalId?: string): void {
    const source = this.#sourceOf(scope, named);
    const kind = this.#kindFrom(scope, source, named.type);
    this.#bind(scope, named, scope.declare(name, kind, externalId));
  }

  /** Whether a type is a resource of its own, and no other name for one. */
  isNewResource(scope: Scope, named: NamedType): boolean {
    return named.type.kind === 'resource' && this.#sourceOf(scope, named) === undefined;
  }

  /** A type that is one of another interface, if that can be said; else the same once more. */
  #kindFrom(scope: Scope, source: TypeId | undefined, type: NamedType['type']): TypeDefKind {
    if (source === undefined) return this.#definition(scope, type);
    if (scope.isHere(source) || scope.canUse(source)) return { kind: 'alias', type: source };
    if (type.kind !== 'resource') return this.#definition(scope, type);
    throw new NotInWit(`has the resource \`${type.name}\` of something that has no name to take it from`);
  }

  /**
   * Recognizes a type that is declared already, by another import or export of the same interface.
   *
   * @returns whether it is the same
   */
  recognize(scope: Scope, id: TypeId, named: NamedType): boolean {
    this.#bind(scope, named, id);
    const declared = this.#draft.types[id]?.kind;
    if (declared?.kind === 'alias' && typeof declared.type === 'number') return true;
    const kind = this.#definition(scope, named.type);
    return JSON.stringify(kind) === JSON.stringify(declared);
  }

  /** A type where it is used. */
  type(scope: Scope, type: ValType): Type {
    const known = this.#known(scope, type, type);
    if (known !== undefined) return known;
    const decoded = this.#draft.structuralType(this.#structure(scope, type));
    if (typeof decoded === 'number') scope.bind(type, decoded);
    return decoded;
  }

  #resource(scope: Scope, handle: HandleType): TypeId {
    const { resource } = handle;
    const known =
      this.#known(scope, resourceNameOf(handle), resource) ?? this.#known(scope, resource, resource);
    if (known === undefined) throw new NotInWit('has a resource that no interface exports');
    return known;
  }

  /** A resource is known by each of its names, and by itself as the first of them. */
  #bind(scope: Scope, { name, type }: NamedType, id: TypeId): void {
    for (const key of [name, type]) {
      scope.bind(key, id);
      if (!this.#named.has(key)) this.#named.set(key, id);
    }
  }

  /** The type that another one is a name for, be it here or in another interface. */
  #sourceOf(scope: Scope, { name, type }: NamedType): TypeId | undefined {
    const same = this.#nameOf(scope, name);
    if (same !== undefined) return same;
    for (const origin of type.kind === 'resource' ? formerNames(name) : this.#origins.of(type)) {
      const found = this.#nameOf(scope, origin);
      if (found !== undefined) return found;
    }
    return this.#nameOf(scope, type);
  }

  #nameOf(scope: Scope, type: TypeObject): TypeId | undefined {
    const here = scope.get(type);
    return here !== undefined && this.#draft.types[here]?.name !== undefined ? here : this.#named.get(type);
  }

  /** What a type is here. One that has a name elsewhere alone gets one. */
  #known(scope: Scope, name: TypeObject, type: NamedType['type']): TypeId | undefined {
    const here = scope.get(name);
    if (here !== undefined) return here;
    const known = this.#named.get(name);
    if (known === undefined || scope.isHere(known)) return known;
    const kind = this.#kindFrom(scope, known, type);
    const declared = scope.declare(scope.freeName(known), kind);
    scope.bind(name, declared);
    return declared;
  }

  #definition(scope: Scope, type: NamedType['type']): TypeDefKind {
    switch (type.kind) {
      case 'resource':
        return { kind: 'resource' };
      case 'func':
      case 'instance':
      case 'component':
        throw new NotInWit(`is the type of ${articles[type.kind]}`);
      case 'record':
        return { kind: 'record', fields: this.#fields(scope, type.fields) };
      case 'variant':
        return {
          kind: 'variant',
          cases: type.cases.map((each) => ({
            name: each.name,
            span: nowhere,
            ...(each.type !== undefined && { type: this.type(scope, each.type) }),
          })),
        };
      case 'flags':
        return { kind: 'flags', flags: type.names.map((name) => ({ name, span: nowhere })) };
      case 'enum':
        return { kind: 'enum', cases: type.names.map((name) => ({ name, span: nowhere })) };
      default:
        return this.#structure(scope, type);
    }
  }

  #fields(scope: Scope, fields: readonly Labelled[]): Field[] {
    return fields.map(({ name, type }) => ({ name, type: this.type(scope, type), span: nowhere }));
  }

  #structure(scope: Scope, type: ValType): TypeDefKind {
    switch (type.kind) {
      case 'record':
      case 'variant':
      case 'flags':
      case 'enum':
        throw new NotInWit(`has ${articles[type.kind]} without a name`);
      case 'own':
      case 'borrow':
        return { kind: type.kind, resource: this.#resource(scope, type) };
      case 'tuple':
        return { kind: 'tuple', types: type.types.map((each) => this.type(scope, each)) };
      case 'option':
        return { kind: 'option', some: this.type(scope, type.some) };
      case 'result':
        return {
          kind: 'result',
          ...(type.ok !== undefined && { ok: this.type(scope, type.ok) }),
          ...(type.err !== undefined && { err: this.type(scope, type.err) }),
        };
      case 'list': {
        const element = this.type(scope, type.element);
        return type.length === undefined
          ? { kind: 'list', element }
          : { kind: 'fixed-length-list', element, length: type.length };
      }
      case 'map':
        return { kind: 'map', key: this.type(scope, type.key), value: this.type(scope, type.value) };
      case 'stream':
      case 'future':
        return {
          kind: type.kind,
          ...(type.element !== undefined && { element: this.type(scope, type.element) }),
        };
      default:
        return { kind: 'alias', type: type.kind };
    }
  }
}

const articles = {
  func: 'a function',
  instance: 'an instance',
  component: 'a component',
  record: 'a record',
  variant: 'a variant',
  flags: 'flags',
  enum: 'an enum',
};

/** The names that a name of a resource stands for, the nearest first. */
function* formerNames(name: TypeObject): Generator<TypeObject, void> {
  let next = name;
  for (let count = 0; next.kind === 'name' && count < farthest; count++) {
    next = next.of;
    yield next;
  }
}

/** A type that is imported or exported, and the name that it brings. */
export interface NamedType {
  readonly name: TypeObject;
  readonly type: NameableType | ResourceType;
}

/** @returns `undefined` for an item that is no type */
export function namedType(
  items: ReadonlyMap<string, ComponentItem>,
  name: string,
  item: ComponentItem,
): NamedType | undefined {
  if (item.kind === 'type') return { name: item.type, type: item.type };
  return item.kind === 'resource' ? { name: exportedResourceName(items, name, item), type: item } : undefined;
}
