import type { Span } from '../source/span.js';
import type { Arenas } from './arenas.js';
import type { Stability, Type, TypeDef, TypeDefKind, TypeId } from './model.js';
import { StructuralTypes } from './structural-types.js';
import { elementTypes, mapElementTypes } from './type-elements.js';

/**
 * Makes the types of one package. A type without a name is made once and shared.
 *
 * Until a type is added, a resource in it stands for itself. Then it becomes an owned handle, because that is what the
 * name of a resource means where a value is expected.
 */
export class TypeInterner {
  readonly #arenas: Arenas;
  readonly #anonymous = new StructuralTypes();
  readonly #ownHandles = new Map<TypeId, TypeId>();

  constructor(arenas: Arenas) {
    this.#arenas = arenas;
  }

  /** Adds a named type. */
  add(type: TypeDef): TypeId {
    if (!this.#arenas.hasResource(type.kind)) return this.#arenas.addType(type);
    const kind = mapElementTypes(type.kind, (element) => this.owned(element));
    return this.#arenas.addType({ ...type, kind });
  }

  /** Where the id of a type without a name is kept. The first who asks has to make it. */
  anonymous(kind: TypeDefKind): { id: TypeId | undefined } {
    return this.#anonymous.find(kind);
  }

  /** A type where a value is expected: for a resource, the handle that owns it. */
  owned(type: Type): Type {
    if (!this.#arenas.isResource(type)) return type;
    const known = this.#ownHandles.get(type);
    if (known !== undefined) return known;
    const { span } = this.#arenas.type(type);
    const id = this.#arenas.addType(unnamedType({ kind: 'own', resource: type }, span, undefined));
    this.#ownHandles.set(type, id);
    return id;
  }

  /** That of the first element that has one. */
  inheritedStability(kind: TypeDefKind): Stability | undefined {
    const parts = kind.kind === 'own' || kind.kind === 'borrow' ? [kind.resource] : elementTypes(kind);
    for (const part of parts) {
      const stability = typeof part === 'number' ? this.#arenas.type(part).stability : undefined;
      if (stability !== undefined) return stability;
    }
    return undefined;
  }
}

export function unnamedType(kind: TypeDefKind, span: Span, stability: Stability | undefined): TypeDef {
  const none = undefined;
  return { name: none, kind, owner: none, docs: none, stability, externalId: none, span };
}
