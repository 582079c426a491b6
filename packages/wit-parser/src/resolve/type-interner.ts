import type { Span } from '../source/span.js';
import type { Arenas } from './arenas.js';
import type { GateReader } from './gates.js';
import type { Stability, Type, TypeDef, TypeDefKind, TypeId } from './model.js';
import { elementTypes, mapElementTypes, someElementType, structuralKey } from './type-elements.js';

/** Tells that a type refers to one that is not there. */
export type AbsentReporter = (absent: TypeId, at: Span) => void;

/**
 * Makes the types of one package. A type without a name is made once and shared.
 *
 * Until a type is added, a resource in it stands for itself. Then it becomes an owned handle, because that is what the
 * name of a resource means where a value is expected.
 */
export class TypeInterner {
  readonly #arenas: Arenas;
  readonly #gates: GateReader;
  readonly #reportAbsent: AbsentReporter;
  readonly #anonymous = new Map<string, TypeId | undefined>();
  readonly #ownHandles = new Map<TypeId, TypeId>();
  readonly #owned = (type: Type): Type => this.owned(type);
  readonly #changes = (type: Type): boolean => this.#arenas.isResource(type);
  readonly #isAbsent = (type: Type): boolean => this.#arenas.isAbsent(type);

  constructor(arenas: Arenas, gates: GateReader, reportAbsent: AbsentReporter) {
    this.#arenas = arenas;
    this.#gates = gates;
    this.#reportAbsent = reportAbsent;
  }

  /**
   * Adds a type; as an absent one if its feature is off.
   *
   * @returns `undefined` when it refers to an absent one itself; that is reported.
   */
  add(type: TypeDef): TypeId | undefined {
    const { kind } = type;
    if (!this.#gates.isOn(type.stability, type.span)) return this.#arenas.addAbsentType(type);
    if (this.#refersToAbsent(type)) return undefined;
    // An alias of a resource is a name for it, and not for a handle.
    if (kind.kind === 'alias' || !someElementType(kind, this.#changes)) return this.#arenas.addType(type);
    return this.#arenas.addType({ ...type, kind: mapElementTypes(kind, this.#owned) });
  }

  /**
   * The type of a kind, without a name of its own.
   *
   * @param stability - That of the type that contains it; without one, the first of its elements that has one decides.
   * @returns `undefined` when it refers to an absent type, although it is there itself; that is reported.
   */
  anonymous(kind: TypeDefKind, span: Span, stability: Stability | undefined): TypeId | undefined {
    const key = structuralKey(kind);
    const known = this.#anonymous.get(key);
    if (known !== undefined || this.#anonymous.has(key)) return known;
    const inherited = stability ?? this.#stabilityOf(kind);
    const id = this.add(inherited === undefined ? { kind, span } : { kind, span, stability: inherited });
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

  /** A named `own` handle is one of those that stand for the resource itself. */
  #refersToAbsent({ kind, span }: TypeDef): boolean {
    if (kind.kind === 'own' || kind.kind === 'borrow') {
      if (!this.#arenas.isAbsent(kind.resource)) return false;
      this.#reportAbsent(kind.resource, span);
      return true;
    }
    if (!someElementType(kind, this.#isAbsent)) return false;
    if (kind.kind === 'record') {
      for (const field of kind.fields)
        if (this.#arenas.isAbsent(field.type)) this.#reportAbsent(field.type, field.span);
      return true;
    }
    const absent = elementTypes(kind).find(this.#isAbsent);
    if (typeof absent === 'number') this.#reportAbsent(absent, span);
    return true;
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
