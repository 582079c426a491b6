import type { Resolve, Type, TypeDef, TypeId, TypeOwner } from '@wit-bindgen-ts/wit-parser';
import { isNumeric, type NumericPrimitive } from './primitives.js';

/** Answers what generation asks of a `Resolve`. */
export class WitLookup {
  readonly resolve: Resolve;

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  /** @throws {RangeError} For an id that is not of this `Resolve`. */
  typeDef(id: TypeId): TypeDef {
    return at(this.resolve.types, id, 'type');
  }

  interface(id: number): Resolve['interfaces'][number] {
    return at(this.resolve.interfaces, id, 'interface');
  }

  world(id: number): Resolve['worlds'][number] {
    return at(this.resolve.worlds, id, 'world');
  }

  package(id: number): Resolve['packages'][number] {
    return at(this.resolve.packages, id, 'package');
  }

  /** What a type is once every alias is followed. */
  unalias(type: Type): Type {
    let current = type;
    while (typeof current === 'number') {
      const { kind } = this.typeDef(current);
      if (kind.kind !== 'alias') break;
      current = kind.type;
    }
    return current;
  }

  /** The definition behind a type and its aliases; `undefined` for a primitive type. */
  definition(type: Type): TypeDef | undefined {
    const target = this.unalias(type);
    return typeof target === 'number' ? this.typeDef(target) : undefined;
  }

  isOption(type: Type): boolean {
    return this.definition(type)?.kind.kind === 'option';
  }

  /** Whether a type is an option whose empty value is `undefined`: one that holds no option. */
  isPlainOption(type: Type): boolean {
    const kind = this.definition(type)?.kind;
    return kind?.kind === 'option' && !this.isOption(kind.some);
  }

  isResource(type: Type): boolean {
    return this.definition(type)?.kind.kind === 'resource';
  }

  numericOf(type: Type): NumericPrimitive | undefined {
    const target = this.unalias(type);
    return isNumeric(target) ? target : undefined;
  }

  /** The named type that an alias refers to directly, if another interface or world owns it: what a `use` brings in. */
  usedType(id: TypeId): TypeId | undefined {
    const { kind, owner } = this.typeDef(id);
    if (kind.kind !== 'alias' || typeof kind.type !== 'number') return undefined;
    const target = this.typeDef(kind.type);
    if (target.name === undefined || target.owner === undefined) return undefined;
    return sameOwner(owner, target.owner) ? undefined : kind.type;
  }
}

export function sameOwner(a: TypeOwner | undefined, b: TypeOwner | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === b.kind && a.id === b.id;
}

function at<T>(arena: readonly T[], id: number, what: string): T {
  const item = arena[id];
  if (item === undefined) throw new RangeError(`the Resolve has no ${what} ${id}`);
  return item;
}
