import { coerceAll, coercionsToJoined, type Coercions } from '../coercion.js';
import type { CoreValue } from '../context.js';
import type { FlatSink } from '../flat-values.js';
import type { ScalarName } from '../numbers.js';
import type { CasePlan, PartPlan, ValuePlan, VariantPlan } from '../plan/value-plan.js';
import { lowerScalar } from '../scalar-values.js';
import { isObject, lengthOf, type PropertyBag } from './array-like.js';
import { propertyOf, readProperty, type Property } from './properties.js';
import { zerosOf } from './variants.js';

/**
 * A type whose values are lowered without touching memory or handles, so that checking them can be one with lowering. One
 * function goes through all such types, scalars in their place: calling a closure for each part takes an engine longer.
 * All kinds have the same properties, since reading those of objects that differ does, too.
 */
export interface PureType {
  readonly kind: ScalarName | 'record' | 'tuple' | 'flags' | 'option' | 'variant';
  /** What is read of a record. */
  readonly properties: readonly Property[];
  /** The fields of a record or a tuple, in the order of the properties. */
  readonly parts: readonly PureType[];
  /** The names of flags. */
  readonly names: readonly string[];
  readonly cases: readonly PureCase[];
}

interface PureCase {
  readonly name: string;
  readonly payload: PureType | undefined;
  readonly coercions: Coercions;
  /** The zeros that follow a payload that is shorter than the longest. */
  readonly padding: readonly CoreValue[];
}

/** More cases are found faster in other ways. */
const maxCases = 16;

const known = new WeakMap<ValuePlan, PureType | 'not pure'>();

/** `undefined` for a type that is not pure, or not one of the few kinds for which this pays. */
export function pureType(plan: ValuePlan): PureType | undefined {
  let pure = known.get(plan);
  if (pure === undefined) {
    pure = makePureType(plan) ?? 'not pure';
    known.set(plan, pure);
  }
  return pure === 'not pure' ? undefined : pure;
}

function makePureType(plan: ValuePlan): PureType | undefined {
  if (plan.flat === undefined) return undefined;
  switch (plan.kind) {
    case 'scalar':
      return pureOf(plan.name, {});
    case 'record': {
      const parts = pureTypes(plan.fields);
      return parts && pureOf('record', { properties: plan.fields.map(({ key }) => propertyOf(key)), parts });
    }
    case 'tuple': {
      const parts = pureTypes(plan.parts);
      return parts && pureOf('tuple', { parts });
    }
    case 'flags':
      return pureOf('flags', { names: plan.keys });
    case 'variant':
      return pureVariant(plan);
    default:
      return undefined;
  }
}

function pureOf(kind: PureType['kind'], of: Partial<PureType>): PureType {
  const { properties = [], parts = [], names = [], cases = [] } = of;
  return { kind, properties, parts, names, cases };
}

/** The types of values in a row, if all of them are pure. */
export function pureTypes(parts: readonly PartPlan[]): readonly PureType[] | undefined {
  const pure = parts.map(({ value }) => pureType(value));
  return pure.every((one) => one !== undefined) ? pure : undefined;
}

function pureVariant({ shape, cases }: VariantPlan): PureType | undefined {
  if (cases.length > maxCases) return undefined;
  const pure = cases.map(pureCase);
  if (!pure.every((one) => one !== undefined)) return undefined;
  return pureOf(shape === 'plain-option' ? 'option' : 'variant', { cases: pure });
}

function pureCase({ name, payload, coercions, padding }: CasePlan): PureCase | undefined {
  const pure = payload && pureType(payload);
  if (payload !== undefined && pure === undefined) return undefined;
  return { name, payload: pure, coercions: coercionsToJoined(coercions), padding: zerosOf(padding) };
}

/** Lowers a value; false where it is not of the type: then what the sink has got is of no use. */
export function lowerPure(type: PureType, value: unknown, sink: FlatSink): boolean {
  const { kind } = type;
  switch (kind) {
    case 'option': {
      const index = value === undefined || value === null ? 0 : 1;
      return lowerCase(type.cases[index], index, value, sink);
    }
    case 'variant': {
      if (!isObject(value)) return false;
      const { tag } = value;
      const { cases } = type;
      for (let index = 0; index < cases.length; index++) {
        const one = cases[index];
        if (one === undefined || one.name !== tag) continue;
        return lowerCase(one, index, one.payload === undefined ? undefined : value['val'], sink);
      }
      return false;
    }
    case 'record': {
      if (!isObject(value)) return false;
      const { properties, parts } = type;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index];
        const property = properties[index];
        if (part === undefined || property === undefined) return false;
        if (!lowerPure(part, readProperty(value, property), sink)) return false;
      }
      return true;
    }
    case 'flags':
      return isObject(value) && lowerFlags(type.names, value, sink);
    case 'tuple': {
      const { parts } = type;
      if (!isObject(value) || lengthOf(value) !== parts.length) return false;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index];
        if (part === undefined || !lowerPure(part, value[index], sink)) return false;
      }
      return true;
    }
    default: {
      const core = lowerScalar(kind, value);
      if (core === undefined) return false;
      sink.push(core);
      return true;
    }
  }
}

/** Only for plain objects that have the names in the order of the type, as those that are lifted do. */
function lowerFlags(names: readonly string[], value: PropertyBag, sink: FlatSink): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let index = 0;
  let bits = 0;
  for (const name in value) {
    if (name !== names[index]) return false;
    const flag = value[name];
    if (flag === true) bits |= 1 << index;
    else if (flag !== false && flag !== undefined) return false;
    index += 1;
  }
  sink.push(bits >>> 0);
  return true;
}

function lowerCase(one: PureCase | undefined, index: number, payload: unknown, sink: FlatSink): boolean {
  if (one === undefined) return false;
  sink.push(index);
  const start = sink.length;
  if (one.payload !== undefined && !lowerPure(one.payload, payload, sink)) return false;
  const { coercions, padding } = one;
  coerceAll(sink.values, start, coercions);
  for (let zero = 0; zero < padding.length; zero++) sink.push(padding[zero] ?? 0);
  return true;
}
