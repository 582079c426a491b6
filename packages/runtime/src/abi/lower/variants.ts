import type { Case } from '../../types/val-type.js';
import { coercionToJoined, type Coercion } from '../coercion.js';
import type { FlatSink } from '../flat-values.js';
import { flatten, type CoreType } from '../flatten.js';
import { casesOf, variantLayout, type VariantLike } from '../layout.js';
import { scalarName, storeWord, type ScalarName } from '../numbers.js';
import { lowerScalar } from '../scalar-values.js';
import { isObject } from './array-like.js';
import { changedValue, type Lowerer, type LowererCompiler } from './lowerer.js';
import { notOfType, notOneOf, type Mismatch } from './mismatch.js';

/** So few are found faster one after another than in a map. */
const fewCases = 16;

/** How the cases of a variant look in JavaScript. */
interface Shape {
  /** The index of the case that a value is of; -1 for none. */
  caseOf(value: unknown): number;
  payloadOf(value: unknown): unknown;
  /** What is wrong with a value that is of no case. */
  mismatch(value: unknown): Mismatch;
  /** The path from a value to the payload of a case. */
  payloadPath(name: string): string;
}

interface CaseLowerer {
  readonly name: string;
  readonly payload: Lowerer | undefined;
  /** The payload's type, where it is a scalar: calling its lowerer takes longer than lowering it. */
  readonly scalar: ScalarName | undefined;
  /** For each core value of the payload how it fits into the joined one; `undefined` where all do as they are. */
  readonly coercions: readonly (Coercion | undefined)[] | undefined;
  /** The zeros that follow a payload that is shorter than the longest. */
  readonly padding: readonly (0 | 0n)[];
}

/** Lowers a variant, an enum, an option or a result. */
export function variantLowerer(type: VariantLike, compiler: LowererCompiler): Lowerer {
  const cases = casesOf(type);
  const { discriminantSize, payloadOffset } = variantLayout(cases, compiler.address);
  const flat = flatten(type, compiler.address);
  const lowerers = cases.map((one) => caseLowerer(one, flat, compiler));
  const shape = shapeOf(type, cases);
  return {
    check(cx, value) {
      const one = lowerers[shape.caseOf(value)];
      if (one === undefined) return shape.mismatch(value);
      const payload = shape.payloadOf(value);
      if (one.scalar !== undefined && lowerScalar(one.scalar, payload) !== undefined) return undefined;
      return one.payload?.check(cx, payload)?.within(shape.payloadPath(one.name));
    },
    lowerFlat(cx, value, sink) {
      const index = shape.caseOf(value);
      const one = lowerers[index];
      if (one === undefined) throw changedValue();
      sink.push(index);
      const start = sink.length;
      one.payload?.lowerFlat(cx, shape.payloadOf(value), sink);
      if (one.coercions !== undefined) coerceFrom(sink, start, one.coercions);
      for (let zero = 0; zero < one.padding.length; zero++) sink.push(one.padding[zero] ?? 0);
    },
    store(cx, value, pointer) {
      const index = shape.caseOf(value);
      const one = lowerers[index];
      if (one === undefined) throw changedValue();
      storeWord(cx.memory.data, pointer, index, discriminantSize);
      one.payload?.store(cx, shape.payloadOf(value), pointer + payloadOffset);
    },
  };
}

function caseLowerer(
  { name, type }: Case,
  joined: readonly CoreType[] = [],
  compiler: LowererCompiler,
): CaseLowerer {
  const flat = type === undefined ? [] : (flatten(type, compiler.address) ?? []);
  const coercions = flat.map((core, index) => coercionToJoined(core, joined[index + 1] ?? core));
  return {
    name,
    payload: type === undefined ? undefined : compiler.lowererOf(type),
    scalar: type && scalarName(type),
    coercions: coercions.some((coerce) => coerce !== undefined) ? coercions : undefined,
    padding: joined.slice(1 + flat.length).map((core) => (core === 'i64' ? 0n : 0)),
  };
}

function coerceFrom({ values }: FlatSink, start: number, coercions: readonly (Coercion | undefined)[]): void {
  for (let index = 0; index < coercions.length; index++) {
    const coerce = coercions[index];
    const value = values[start + index];
    if (coerce !== undefined && value !== undefined) values[start + index] = coerce(value);
  }
}

function shapeOf(type: VariantLike, cases: readonly Case[]): Shape {
  if (type.kind === 'option' && type.some.kind !== 'option') return plainOption;
  const names = cases.map((one) => one.name);
  const indices = new Map<unknown, number>(names.map((name, index) => [name, index]));
  if (type.kind === 'enum') return enumShape(type, names, indices);
  return taggedShape(type, names, indices);
}

/** `undefined`, or the value itself; `null` is taken for `undefined`, as many a host function returns it. */
const plainOption: Shape = {
  caseOf: (value) => (value === undefined || value === null ? 0 : 1),
  payloadOf: (value) => value,
  mismatch: () => {
    throw changedValue();
  },
  payloadPath: () => '',
};

function enumShape(
  type: VariantLike,
  names: readonly string[],
  indices: ReadonlyMap<unknown, number>,
): Shape {
  return {
    caseOf: (value) => indices.get(value) ?? -1,
    payloadOf: () => undefined,
    mismatch: (value) => (typeof value === 'string' ? notOneOf(value, names) : notOfType(value, type)),
    payloadPath: () => '',
  };
}

/** `{ tag: 'circle', val: 2.5 }` */
function taggedShape(
  type: VariantLike,
  names: readonly string[],
  indices: ReadonlyMap<unknown, number>,
): Shape {
  const caseOf = (tag: unknown): number => {
    if (names.length > fewCases) return indices.get(tag) ?? -1;
    for (let index = 0; index < names.length; index++) if (names[index] === tag) return index;
    return -1;
  };
  return {
    caseOf: (value) => (isObject(value) ? caseOf(value['tag']) : -1),
    payloadOf: (value) => (isObject(value) ? value['val'] : undefined),
    mismatch: (value) =>
      isObject(value) && 'tag' in value
        ? notOneOf(value['tag'], names).within('.tag')
        : notOfType(value, type),
    payloadPath: (name) => `.${name}`,
  };
}
