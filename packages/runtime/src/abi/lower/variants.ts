import type { ValType } from '../../types/val-type.js';
import { coerceAll, coercionsToJoined, type Coercions } from '../coercion.js';
import type { CoreType } from '../flatten.js';
import { storeWord, type ScalarName } from '../numbers.js';
import type { CasePlan, VariantPlan } from '../plan/value-plan.js';
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
  readonly coercions: Coercions;
  /** The zeros that follow a payload that is shorter than the longest. */
  readonly padding: readonly (0 | 0n)[];
}

/** Lowers a variant, an option or a result. */
export function variantLowerer(plan: VariantPlan, compiler: LowererCompiler): Lowerer {
  const { discriminantSize, payloadOffset } = plan;
  const lowerers = plan.cases.map((one) => caseLowerer(one, compiler));
  const shape = shapeOf(plan);
  return {
    check(cx, value) {
      const one = lowerers[shape.caseOf(value)];
      if (one === undefined) return shape.mismatch(value);
      if (one.payload === undefined) return undefined;
      const payload = shape.payloadOf(value);
      if (one.scalar !== undefined && lowerScalar(one.scalar, payload) !== undefined) return undefined;
      return one.payload.check(cx, payload)?.within(shape.payloadPath(one.name));
    },
    lowerFlat(cx, value, sink) {
      const index = shape.caseOf(value);
      const one = lowerers[index];
      if (one === undefined) throw changedValue();
      sink.push(index);
      const start = sink.length;
      one.payload?.lowerFlat(cx, shape.payloadOf(value), sink);
      coerceAll(sink.values, start, one.coercions);
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
  { name, payload, coercions, padding }: CasePlan,
  compiler: LowererCompiler,
): CaseLowerer {
  return {
    name,
    payload: payload && compiler.lowererOf(payload),
    scalar: payload?.kind === 'scalar' ? payload.name : undefined,
    coercions: coercionsToJoined(coercions),
    padding: zerosOf(padding),
  };
}

/** What is passed as core values that mean nothing. */
export function zerosOf(types: readonly CoreType[]): (0 | 0n)[] {
  return types.map((core) => (core === 'i64' ? 0n : 0));
}

function shapeOf({ shape, type, cases }: VariantPlan): Shape {
  if (shape === 'plain-option') return plainOption;
  const names = cases.map((one) => one.name);
  return taggedShape(type, names, new Map(names.map((name, index) => [name, index])));
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

/** `{ tag: 'circle', val: 2.5 }` */
function taggedShape(type: ValType, names: readonly string[], indices: ReadonlyMap<unknown, number>): Shape {
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
