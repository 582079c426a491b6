import type { NameableType, ResourceName } from '@wit-bindgen-ts/runtime/structure';
import type { TypeDefKind, TypeId, TypeOwner } from '@wit-bindgen-ts/wit-parser';
import type { Draft } from './draft.js';

/** A name of a type, as validation knows it: an object for each. */
export type TypeObject = NameableType | ResourceName;

/** The named types of an interface or a world. */
export class Scope {
  readonly owner: TypeOwner;
  readonly #draft: Draft;
  readonly #ids = new Map<TypeObject, TypeId>();
  readonly #declare: (name: string, id: TypeId) => void;
  readonly #has: (name: string) => boolean;

  private constructor(
    draft: Draft,
    owner: TypeOwner,
    has: (name: string) => boolean,
    declare: (name: string, id: TypeId) => void,
  ) {
    this.#draft = draft;
    this.owner = owner;
    this.#has = has;
    this.#declare = declare;
  }

  static ofInterface(draft: Draft, id: number): Scope {
    const { types, functions } = at(draft.interfaces, id);
    return new Scope(
      draft,
      { kind: 'interface', id },
      (name) => types.has(name) || functions.has(name),
      (name, type) => types.set(name, type),
    );
  }

  /** Types of a world are imports. */
  static ofWorld(draft: Draft, id: number): Scope {
    const { imports, exports } = at(draft.worlds, id);
    const span = { file: 0, start: 0, end: 0 };
    return new Scope(
      draft,
      { kind: 'world', id },
      (name) => imports.has(name) || exports.has(name),
      (name, type) => imports.set(name, { kind: 'type', id: type, span }),
    );
  }

  /** What a type is here. */
  get(type: TypeObject): TypeId | undefined {
    return this.#ids.get(type);
  }

  /** A type that has a name already keeps that: a second one is an alias. */
  bind(type: TypeObject, id: TypeId): void {
    if (!this.#ids.has(type)) this.#ids.set(type, id);
  }

  declare(name: string, kind: TypeDefKind, externalId?: string): TypeId {
    const id = this.#draft.namedType({
      name,
      kind,
      owner: this.owner,
      ...(externalId !== undefined && { externalId }),
    });
    this.#declare(name, id);
    return id;
  }

  isHere(id: TypeId): boolean {
    const owner = this.#draft.types[id]?.owner;
    return owner === undefined || (owner.kind === this.owner.kind && owner.id === this.owner.id);
  }

  /** Whether a type can be taken from where it is: not from a world, nor from an interface that stands in one. */
  canUse(id: TypeId): boolean {
    const owner = this.#draft.types[id]?.owner;
    return owner?.kind === 'interface' && this.#draft.interfaces[owner.id]?.name !== undefined;
  }

  /** A name for a type that nothing gives one: that which it has elsewhere, if it is free. */
  freeName(id: TypeId): string {
    const { name = 'type' } = at(this.#draft.types, id);
    let free = name;
    for (let count = 2; this.#has(free); count++) free = `${name}-n${count}`;
    return free;
  }
}

export function at<Element>(elements: readonly Element[], index: number): Element {
  const element = elements[index];
  if (element === undefined) throw new RangeError(`no element ${index}`);
  return element;
}
