import type { CoreFieldType, CoreRecType, CoreSubType } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreFuncType, CoreValType } from '../../types/core-type.js';
import type { CoreModuleType } from '../../types/item-type.js';
import { checkSupertype } from './core-supertypes.js';
import { spellValType } from './core-val-types.js';

/** What the index space of core types holds. */
export type CoreType = CoreModuleType | CoreDefinedType;

/** A type of core WebAssembly that a recursion group defines. */
export type CoreDefinedType = CoreDefinedFuncType | CoreDefinedAggregate;

interface CoreDefinition {
  /** Equal types of a binary have the same number, others do not. */
  readonly number: number;
  readonly final: boolean;
  readonly shared: boolean;
  readonly supertype: CoreDefinedType | undefined;
  /** How many supertypes are above it. */
  readonly depth: number;
}

export interface CoreDefinedFuncType extends CoreDefinition {
  readonly kind: 'func';
  readonly func: CoreFuncType;
}

export interface CoreDefinedAggregate extends CoreDefinition {
  readonly kind: 'struct' | 'array';
  /** An array has one. */
  readonly fields: readonly CoreField[];
}

export interface CoreField {
  /** A value type, `i8` or `i16`. */
  readonly type: CoreValType;
  readonly mutable: boolean;
}

/** A recursion group and what its indices mean: those from `start` on are of its own members. */
interface Group {
  readonly types: readonly CoreSubType[];
  readonly start: number;
  readonly offset: number;
  /** The defined type that has an index below `start`. */
  readonly earlier: (index: number) => CoreDefinedType;
}

/** The function types that equality of parameters and results does not tell apart, with what does. */
const declarations = new WeakMap<CoreFuncType, CoreDefinedFuncType>();

/**
 * How a function type was defined, if that matters: one that is open to subtypes, has supertypes, is shared, or is one
 * of several types of a group is the same only as itself. Any other is the same as all with its parameters and results.
 */
export function declarationOf(func: CoreFuncType): CoreDefinedFuncType | undefined {
  return declarations.get(func);
}

/**
 * The core types of a binary, each kept once. Recursion groups are the same if they are written the same, where members
 * of the group count from its start and all else is known by its number.
 *
 * @see https://webassembly.github.io/spec/core/valid/conventions.html#defined-types
 */
export class CoreTypes {
  readonly #groups = new Map<string, readonly CoreDefinedType[]>();
  readonly #byNumber: CoreDefinedType[] = [];

  /** The types of a group, in its order. `start` is the index that the first of them gets. */
  define(
    rec: CoreRecType,
    start: number,
    earlier: (index: number) => CoreDefinedType,
    offset: number,
  ): readonly CoreDefinedType[] {
    const group = { types: rec.types, start, earlier, offset };
    const key = group.types.map((type) => keyOf(group, type)).join('\n');
    let types = this.#groups.get(key);
    if (types === undefined) {
      types = this.#add(group);
      this.#groups.set(key, types);
    }
    return types;
  }

  byNumber(number: number): CoreDefinedType | undefined {
    return this.#byNumber[number];
  }

  #add(group: Group): readonly CoreDefinedType[] {
    const first = this.#byNumber.length;
    const spell = (type: CoreFieldType['type']): CoreValType =>
      spellStorage(type, (index) => `${numberOf(group, first, index)}`);
    const types: CoreDefinedType[] = [];
    for (const member of group.types) {
      const supertype = this.#supertypeOf(group, types, member);
      const type = definedType(member, first + types.length, supertype, spell);
      types.push(type);
      this.#byNumber.push(type);
      if (type.kind === 'func' && !isPlain(group, member)) declarations.set(type.func, type);
    }
    for (const type of types) checkSupertype(this, type, group.offset);
    return types;
  }

  /** A supertype comes before its subtypes. */
  #supertypeOf(
    group: Group,
    before: readonly CoreDefinedType[],
    member: CoreSubType,
  ): CoreDefinedType | undefined {
    const [index, ...more] = member.supertypes;
    if (index === undefined) return undefined;
    if (more.length > 0) {
      throw compileErrorAt('core-type', group.offset, 'a core type has more than one supertype');
    }
    const supertype = index < group.start ? group.earlier(index) : before[index - group.start];
    if (supertype === undefined) {
      const message = `the supertype of a core type, ${index}, is not defined before it`;
      throw compileErrorAt('unknown-index', group.offset, message);
    }
    return supertype;
  }
}

/** What two types have in common that are the same. */
function keyOf(group: Group, member: CoreSubType): string {
  const name = (index: number): string =>
    index < group.start ? `${group.earlier(index).number}` : `own${ownIndex(group, index)}`;
  const spell = (type: CoreFieldType['type']): string => spellStorage(type, name);
  const marks = `${member.final ? '' : 'open '}${member.shared ? 'shared ' : ''}`;
  const supertypes = member.supertypes.map((index) => `<${name(index)}`).join(' ');
  return `${marks}${supertypes} ${compositeKey(member.type, spell)}`;
}

function compositeKey(type: CoreSubType['type'], spell: (type: CoreFieldType['type']) => string): string {
  if (type.kind === 'func') return `${type.params.map(spell).join()}->${type.results.map(spell).join()}`;
  const fields = type.kind === 'struct' ? type.fields : [type.field];
  return `${type.kind} ${fields.map((field) => (field.mutable ? '*' : '') + spell(field.type)).join()}`;
}

function definedType(
  member: CoreSubType,
  number: number,
  supertype: CoreDefinedType | undefined,
  spell: (type: CoreFieldType['type']) => CoreValType,
): CoreDefinedType {
  const { final, shared, type } = member;
  const depth = supertype === undefined ? 0 : supertype.depth + 1;
  const definition = { number, final, shared, supertype, depth };
  if (type.kind === 'func') {
    const func: CoreFuncType = {
      kind: 'func',
      params: type.params.map(spell),
      results: type.results.map(spell),
    };
    return { kind: 'func', ...definition, func };
  }
  const fields = type.kind === 'struct' ? type.fields : [type.field];
  return {
    kind: type.kind,
    ...definition,
    fields: fields.map((field) => ({ type: spell(field.type), mutable: field.mutable })),
  };
}

function isPlain(group: Group, member: CoreSubType): boolean {
  return group.types.length === 1 && member.final && member.supertypes.length === 0 && !member.shared;
}

function spellStorage(type: CoreFieldType['type'], nameOf: (index: number) => string): CoreValType {
  return type === 'i8' || type === 'i16' ? type : spellValType(type, nameOf);
}

function numberOf(group: Group, first: number, index: number): number {
  return index < group.start ? group.earlier(index).number : first + ownIndex(group, index);
}

function ownIndex(group: Group, index: number): number {
  if (index - group.start < group.types.length) return index - group.start;
  const message = `there is no core type ${index}: ${group.start + group.types.length} are defined so far`;
  throw compileErrorAt('unknown-index', group.offset, message);
}
