import type { Span } from '../source/span.js';
import type { Arenas } from './arenas.js';
import type { Stability, Type, TypeDef, TypeDefKind, TypeId } from './model.js';
import { elementTypes, mapElementTypes, structuralKey } from './type-elements.js';

/**
 * Makes the types of one package. A type without a name is made once and shared.
 *
 * Until a type is added, a resource in it stands for itself. Then it becomes an owned handle, because that is what the
 * name of a resource means where a value is expected.
 */
export class TypeInterner {
  readonly #arenas: Arenas;
  readonly #anonymous = new Map<string, TypeId>();
  readonly #ownHandles = new Map<TypeId, TypeId>();

  constructor(arenas: Arenas) {
    this.#arenas = arenas;
  }

  /** Adds a named type. */
  add(type: TypeDef): TypeId {
    return this.#arenas.addType({
      ...type,
      kind: mapElementTypes(type.kind, (element) => this.owned(element)),
    });
  }

  /**
   * The type of a kind, without a name of its own.
   *
   * @param stability - That of the item that contains it; without one, the first of its elements that has one decides.
   */
  anonymous(kind: TypeDefKind, span: Span, stability: Stability | undefined): TypeId {
    const key = structuralKey(kind);
    const known = this.#anonymous.get(key);
    if (known !== undefined) return known;
    const inherited = stability ?? this.#stabilityOf(kind);
    const id = this.add({ kind, span, ...(inherited !== undefined && { stability: inherited }) });
    this.#anonymous.set(key, id);
    return id;
  }

  /** A type where a value is expected: for a resource, the handle that owns it. */
  owned(type: Type): Type {
    if (!this.#arenas.isResource(type)) return type;
    const known = this.#ownHandles.get(type);
    if (known !== undefined) return known;
    const { span } = this.#arenas.type(type);
    const id = this.#arenas.addType({ kind: { kind: 'own', resource: type }, span });
    this.#ownHandles.set(type, id);
    return id;
  }

  #stabilityOf(kind: TypeDefKind): Stability | undefined {
    const parts = kind.kind === 'own' || kind.kind === 'borrow' ? [kind.resource] : elementTypes(kind);
    for (const part of parts) {
      const stability = typeof part === 'number' ? this.#arenas.type(part).stability : undefined;
      if (stability !== undefined) return stability;
    }
    return undefined;
  }
}
