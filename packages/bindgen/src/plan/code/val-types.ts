import { valuePlanOf, type ResourceType, type ValType, type ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import type { Type, TypeDef, TypeDefKind, TypeId } from '@wit-bindgen-ts/wit-parser';
import { directReferences } from '../../wit/type-references.js';
import type { WitLookup } from '../../wit/wit-lookup.js';

/** Where a type of the runtime comes from. */
export interface TypeSource {
  /** A type in WIT that is this one; of several of the same structure, the one met first. */
  readonly wit: Type;
  /** What declares it, if its code goes by a name of WIT: a record, a variant, an enum or flags. */
  readonly definition: TypeId | undefined;
  readonly traits: TypeTraits;
}

/** What there is anywhere within a type. */
export interface TypeTraits {
  readonly handles: boolean;
  readonly pointers: boolean;
  readonly streams: boolean;
  /** How many levels of records there are within one another, as far as a value of it goes in one piece. */
  readonly nesting: number;
}

/**
 * The runtime's types for those of a `Resolve`. There is one object for each definition and for each structure that has
 * no name of its own, so that there is one plan for each, and code is made of it once.
 */
export class ValTypes {
  static readonly #shared = new WeakMap<WitLookup, ValTypes>();
  readonly #lookup: WitLookup;
  readonly #byType = new Map<Type, ValType>();
  readonly #byStructure = new Map<string, ValType>();
  readonly #resources = new Map<TypeId, ResourceType>();
  readonly #resourceIds = new Map<ResourceType, TypeId>();
  readonly #sources = new Map<ValType, TypeSource>();
  readonly #numbers = new Map<ValType, number>();

  constructor(lookup: WitLookup) {
    this.#lookup = lookup;
  }

  /** Those that all files of a run share. */
  static for(lookup: WitLookup): ValTypes {
    const types = ValTypes.#shared.get(lookup) ?? new ValTypes(lookup);
    ValTypes.#shared.set(lookup, types);
    return types;
  }

  planOf(type: Type): ValuePlan {
    return valuePlanOf(this.of(type));
  }

  /** What a type refers to is made before it, however deep it goes. */
  of(type: Type): ValType {
    const pending = [type];
    for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
      const missing = this.#byType.has(next) ? [] : this.#missingIn(next);
      if (missing.length > 0) {
        pending.push(...missing);
        continue;
      }
      pending.pop();
      if (!this.#byType.has(next)) this.#byType.set(next, this.#make(next));
    }
    return this.#made(type);
  }

  source(type: ValType): TypeSource {
    const source = this.#sources.get(type);
    if (source === undefined) throw new RangeError(`a ${type.kind} type comes from no WIT`);
    return source;
  }

  /** The definition of a resource, whatever alias it was met by. */
  resourceId(resource: ResourceType): TypeId {
    const id = this.#resourceIds.get(resource);
    if (id === undefined) throw new RangeError(`the resource ${resource.name} comes from no WIT`);
    return id;
  }

  #missingIn(type: Type): Type[] {
    if (typeof type !== 'number') return [];
    const { kind } = this.#lookup.typeDef(type);
    if (kind.kind === 'own' || kind.kind === 'borrow') return [];
    return directReferences(kind).filter((part) => !this.#byType.has(part) && !this.#lookup.isResource(part));
  }

  #made(type: Type): ValType {
    const made = this.#byType.get(type);
    if (made === undefined) throw new RangeError('a type is used before it is made');
    return made;
  }

  #make(type: Type): ValType {
    if (typeof type !== 'number') {
      const traits = { ...plain, pointers: type === 'string', streams: type === 'error-context' };
      return this.#keep({ kind: type }, { wit: type, definition: undefined, traits });
    }
    const def = this.#lookup.typeDef(type);
    if (def.kind.kind === 'alias') return this.#made(def.kind.type);
    const traits = this.#traits(def.kind);
    if (hasOwnCode(def)) return this.#keep(this.#typeOf(def.kind), { wit: type, definition: type, traits });
    const structure = this.#structure(def.kind);
    const known = this.#byStructure.get(structure);
    if (known !== undefined) return known;
    const made = this.#keep(this.#typeOf(def.kind), { wit: type, definition: undefined, traits });
    this.#byStructure.set(structure, made);
    return made;
  }

  #keep(type: ValType, source: TypeSource): ValType {
    this.#sources.set(type, source);
    this.#numbers.set(type, this.#numbers.size);
    // Plans are made here, of parts that have theirs: one made of a deep type at once would run out of stack.
    valuePlanOf(type);
    return type;
  }

  #typeOf(kind: TypeDefKind): ValType {
    const optional = (part: Type | undefined): ValType | undefined =>
      part === undefined ? undefined : this.#made(part);
    const labelled = <T extends { readonly name: string; readonly type: Type }>({ name, type }: T) => {
      return { name, type: this.#made(type) };
    };
    switch (kind.kind) {
      case 'record':
        return { kind: 'record', fields: kind.fields.map(labelled) };
      case 'variant':
        return {
          kind: 'variant',
          cases: kind.cases.map(({ name, type }) => ({ name, ...given('type', optional(type)) })),
        };
      case 'enum':
        return { kind: 'enum', names: kind.cases.map(({ name }) => name) };
      case 'flags':
        return { kind: 'flags', names: kind.flags.map(({ name }) => name) };
      case 'own':
      case 'borrow':
        return { kind: kind.kind, resource: this.#resource(kind.resource) };
      case 'list':
        return { kind: 'list', element: this.#made(kind.element) };
      case 'fixed-length-list':
        return { kind: 'list', element: this.#made(kind.element), length: kind.length };
      case 'map':
        return { kind: 'map', key: this.#made(kind.key), value: this.#made(kind.value) };
      case 'tuple':
        return { kind: 'tuple', types: kind.types.map((part) => this.#made(part)) };
      case 'option':
        return { kind: 'option', some: this.#made(kind.some) };
      case 'result':
        return { kind: 'result', ...given('ok', optional(kind.ok)), ...given('err', optional(kind.err)) };
      case 'stream':
      case 'future':
        return { kind: kind.kind, ...given('element', optional(kind.element)) };
      default:
        throw new TypeError(`a ${kind.kind} has no values`);
    }
  }

  /** What sets a type without a name apart: its kind, and which types it is made of. */
  #structure(kind: TypeDefKind): string {
    const number = (part: Type | undefined): number | undefined =>
      part === undefined ? undefined : this.#numbers.get(this.#made(part));
    switch (kind.kind) {
      case 'own':
      case 'borrow':
        return `${kind.kind} ${this.resourceId(this.#resource(kind.resource))}`;
      case 'fixed-length-list':
        return `list ${number(kind.element)} ${kind.length}`;
      case 'result':
        return `result ${number(kind.ok) ?? '_'} ${number(kind.err) ?? '_'}`;
      default:
        return `${kind.kind} ${directReferences(kind).map(number).join(' ')}`;
    }
  }

  #traits(kind: TypeDefKind): TypeTraits {
    if (kind.kind === 'own' || kind.kind === 'borrow') return { ...plain, handles: true };
    const parts = directReferences(kind).map((part) => this.source(this.#made(part)).traits);
    const isRange = kind.kind === 'list' || kind.kind === 'map';
    const nesting = parts.reduce((most, part) => Math.max(most, part.nesting), 0);
    return {
      handles: parts.some(({ handles }) => handles),
      pointers: isRange || parts.some(({ pointers }) => pointers),
      streams: kind.kind === 'stream' || kind.kind === 'future' || parts.some(({ streams }) => streams),
      nesting: isRange ? 0 : nesting + 1,
    };
  }

  #resource(type: TypeId): ResourceType {
    const id = this.#lookup.unalias(type);
    if (typeof id !== 'number') throw new TypeError(`${id} is no resource`);
    let resource = this.#resources.get(id);
    if (resource === undefined) {
      resource = { kind: 'resource', name: this.#lookup.typeDef(id).name ?? '', index: -1 };
      this.#resources.set(id, resource);
      this.#resourceIds.set(resource, id);
    }
    return resource;
  }
}

const plain: TypeTraits = { handles: false, pointers: false, streams: false, nesting: 0 };

/** Other types with a name are names for a structure, and share the code of all that have it. */
export function hasOwnCode({ kind }: TypeDef): boolean {
  return ['record', 'variant', 'enum', 'flags'].includes(kind.kind);
}

function given<K extends string>(key: K, type: ValType | undefined): { [P in K]?: ValType } {
  return type === undefined ? {} : ({ [key]: type } as { [P in K]?: ValType });
}
