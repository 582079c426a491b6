import type { CoreValue } from '../context.js';
import { coercionToJoined, type Coercion } from '../coercion.js';
import type { FlatSink } from '../flat-values.js';
import { flatten } from '../flatten.js';
import { casesOf } from '../layout.js';
import { scalarName, type ScalarName } from '../numbers.js';
import { lowerScalar } from '../scalar-values.js';
import { memberKeys } from '../../names/case.js';
import type { ValType } from '../../types/val-type.js';
import { isObject, lengthOf, type PropertyBag } from './array-like.js';
import { propertyOf, readProperty, type Property } from './properties.js';

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
  /** How the payload's core values fit into the joined ones; none where they all do as they are. */
  readonly coercions: readonly (Coercion | undefined)[];
  /** The zeros that follow a payload that is shorter than the longest. */
  readonly padding: readonly CoreValue[];
}

/** More cases are found faster in other ways. */
const maxCases = 16;

const known = new WeakMap<ValType, PureType | 'not pure'>();

/** `undefined` for a type that is not pure, or not one of the few kinds for which this pays. */
export function pureType(type: ValType): PureType | undefined {
  let pure = known.get(type);
  if (pure === undefined) {
    pure = makePureType(type) ?? 'not pure';
    known.set(type, pure);
  }
  return pure === 'not pure' ? undefined : pure;
}

function makePureType(type: ValType): PureType | undefined {
  const name = scalarName(type);
  if (name !== undefined) return pureOf(name, {});
  if (flatten(type) === undefined) return undefined;
  switch (type.kind) {
    case 'record': {
      const parts = pureTypes(type.fields.map((field) => field.type));
      const properties = memberKeys(type.fields.map((field) => field.name)).map(propertyOf);
      return parts && pureOf('record', { properties, parts });
    }
    case 'tuple': {
      const parts = pureTypes(type.types);
      return parts && pureOf('tuple', { parts });
    }
    case 'flags':
      return pureOf('flags', { names: memberKeys(type.names) });
    case 'option':
    case 'result':
    case 'variant': {
      const joined = flatten(type) ?? [];
      if (casesOf(type).length > maxCases) return undefined;
      const cases = casesOf(type).map((one) => pureCase(one.name, one.type, joined));
      if (!cases.every((one) => one !== undefined)) return undefined;
      return pureOf(type.kind === 'option' && type.some.kind !== 'option' ? 'option' : 'variant', { cases });
    }
    default:
      return undefined;
  }
}

function pureOf(kind: PureType['kind'], of: Partial<PureType>): PureType {
  const { properties = [], parts = [], names = [], cases = [] } = of;
  return { kind, properties, parts, names, cases };
}

export function pureTypes(types: readonly ValType[]): readonly PureType[] | undefined {
  const pure = types.map(pureType);
  return pure.every((one) => one !== undefined) ? pure : undefined;
}

function pureCase(
  name: string,
  type: ValType | undefined,
  joined: readonly ('i32' | 'i64' | 'f32' | 'f64')[],
): PureCase | undefined {
  const payload = type && pureType(type);
  if (type !== undefined && payload === undefined) return undefined;
  const flat = type === undefined ? [] : (flatten(type) ?? []);
  const coercions = flat.map((core, index) => coercionToJoined(core, joined[index + 1] ?? core));
  return {
    name,
    payload,
    coercions: coercions.every((coercion) => coercion === undefined) ? [] : coercions,
    padding: joined.slice(1 + flat.length).map((core) => (core === 'i64' ? 0n : 0)),
  };
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
        if (cases[index]?.name === tag) return lowerCase(cases[index], index, value['val'], sink);
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
  for (let at = 0; at < coercions.length; at++) {
    const coerce = coercions[at];
    const value = sink.values[start + at];
    if (coerce !== undefined && value !== undefined) sink.values[start + at] = coerce(value);
  }
  for (let zero = 0; zero < padding.length; zero++) sink.push(padding[zero] ?? 0);
  return true;
}
