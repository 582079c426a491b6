import { memberKeys } from '../../names/case.js';
import type {
  AsyncValueType,
  Case,
  EnumType,
  FlagsType,
  HandleType,
  Labelled,
  ListType,
  MapType,
  PrimitiveType,
  RecordType,
  ResourceType,
  TupleType,
  ValType,
} from '../../types/val-type.js';
import type { AddressType } from '../address.js';
import { flatten, type CoreType } from '../flatten.js';
import { casesOf, fieldsLayout, flagsSize, layoutOf, variantLayout, type VariantLike } from '../layout.js';
import { entryCost, liftedCost } from '../lift/cost.js';
import { isNumeric, scalarName, type NumericName, type ScalarName } from '../numbers.js';
import { coercionName, type CoercionName } from './coercion-name.js';

/**
 * How the values of a type cross: where each part stands in memory, which core values it is passed as, and what it looks
 * like in JavaScript. Whatever has to be decided about a type is decided here, once. Two back ends follow it: closures,
 * for `Func.call` and the functions that a linker defines, and the TypeScript that a generator emits.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values
 */
export type ValuePlan =
  | ScalarPlan
  | StringPlan
  | ListPlan
  | FixedLengthListPlan
  | MapPlan
  | RecordPlan
  | TuplePlan
  | VariantPlan
  | EnumPlan
  | FlagsPlan
  | HandlePlan
  | AsyncPlan;

interface PlanOf<Type extends ValType> {
  readonly type: Type;
  /** In memory, in bytes. */
  readonly size: number;
  readonly alignment: number;
  /** The core values that it is passed as; `undefined` where there are more than 16. */
  readonly flat: readonly CoreType[] | undefined;
  /** About what a value takes in JavaScript, in bytes: see `lift/cost.ts`. */
  readonly cost: number;
}

export interface ScalarPlan extends PlanOf<PrimitiveType> {
  readonly kind: 'scalar';
  readonly name: ScalarName;
}

export interface StringPlan extends PlanOf<PrimitiveType> {
  readonly kind: 'string';
}

export interface ListPlan extends PlanOf<ListType> {
  readonly kind: 'list';
  readonly element: ValuePlan;
  /** What the elements are, if the list is a typed array. */
  readonly numeric: NumericName | undefined;
}

export interface FixedLengthListPlan extends PlanOf<ListType> {
  readonly kind: 'fixed-length-list';
  readonly element: ValuePlan;
  readonly length: number;
  /** Numbers are stored in bulk. */
  readonly numeric: NumericName | undefined;
}

/** A list of its entries. */
export interface MapPlan extends PlanOf<MapType> {
  readonly kind: 'map';
  readonly key: ValuePlan;
  readonly value: ValuePlan;
  readonly entry: EntryPlan;
}

export interface EntryPlan {
  readonly size: number;
  readonly alignment: number;
  readonly valueOffset: number;
  readonly cost: number;
}

export interface RecordPlan extends PlanOf<RecordType> {
  readonly kind: 'record';
  readonly fields: readonly FieldPlan[];
}

export interface FieldPlan extends NamedPartPlan {
  /** The property in JavaScript. */
  readonly key: string;
}

/** A value at its place within another. */
export interface PartPlan {
  readonly offset: number;
  readonly value: ValuePlan;
}

export interface NamedPartPlan extends PartPlan {
  readonly name: string;
}

export interface TuplePlan extends PlanOf<TupleType> {
  readonly kind: 'tuple';
  readonly parts: readonly PartPlan[];
}

export interface VariantPlan extends PlanOf<Exclude<VariantLike, EnumType>> {
  readonly kind: 'variant';
  /** `{ tag, val }`, or `undefined` and the value itself: an option that does not hold another. */
  readonly shape: 'tagged' | 'plain-option';
  readonly discriminantSize: 1 | 2 | 4;
  readonly payloadOffset: number;
  readonly cases: readonly CasePlan[];
}

export interface CasePlan {
  readonly name: string;
  readonly payload: ValuePlan | undefined;
  /** For each core value of the payload, how it goes into the joined one and comes out of it, if not as it is. */
  readonly coercions: readonly (CoercionName | undefined)[];
  /** The core types that follow a payload that is shorter than the longest: zeros are passed as them. */
  readonly padding: readonly CoreType[];
}

export interface EnumPlan extends PlanOf<EnumType> {
  readonly kind: 'enum';
  readonly discriminantSize: 1 | 2 | 4;
  readonly names: readonly string[];
}

export interface FlagsPlan extends PlanOf<FlagsType> {
  readonly kind: 'flags';
  readonly wordSize: 1 | 2 | 4;
  /** The properties in JavaScript, the lowest bit first. */
  readonly keys: readonly string[];
}

export interface HandlePlan extends PlanOf<HandleType> {
  readonly kind: 'own' | 'borrow';
  readonly resource: ResourceType;
}

/** What cannot cross yet. */
export interface AsyncPlan extends PlanOf<AsyncValueType | PrimitiveType> {
  readonly kind: 'async';
}

const plans: Record<AddressType, WeakMap<ValType, ValuePlan>> = { i32: new WeakMap(), i64: new WeakMap() };

/** The plan of a type, made once for each type object. */
export function valuePlanOf(type: ValType, address: AddressType = 'i32'): ValuePlan {
  let plan = plans[address].get(type);
  if (plan === undefined) {
    plan = makePlan(type, address);
    plans[address].set(type, plan);
  }
  return plan;
}

function makePlan(type: ValType, address: AddressType): ValuePlan {
  switch (type.kind) {
    case 'string':
      return { kind: 'string', ...planOf(type, address) };
    case 'list':
      return listPlan(type, address);
    case 'map':
      return mapPlan(type, address);
    case 'record':
      return recordPlan(type, address);
    case 'tuple':
      return { kind: 'tuple', ...planOf(type, address), parts: partsOf(type.types, address) };
    case 'enum': {
      const { discriminantSize } = variantLayout(casesOf(type), address);
      return { kind: 'enum', ...planOf(type, address), discriminantSize, names: type.names };
    }
    case 'variant':
    case 'option':
    case 'result':
      return variantPlan(type, address);
    case 'flags': {
      const keys = memberKeys(type.names);
      return { kind: 'flags', ...planOf(type, address), wordSize: flagsSize(keys.length), keys };
    }
    case 'own':
    case 'borrow':
      return { kind: type.kind, ...planOf(type, address), resource: type.resource };
    case 'stream':
    case 'future':
    case 'error-context':
      return { kind: 'async', ...planOf(type, address) };
    default: {
      const scalar: PrimitiveType = type;
      return { kind: 'scalar', ...planOf(scalar, address), name: type.kind };
    }
  }
}

function planOf<Type extends ValType>(type: Type, address: AddressType): PlanOf<Type> {
  const { size, alignment } = layoutOf(type, address);
  return { type, size, alignment, flat: flatten(type, address), cost: liftedCost(type) };
}

function listPlan(type: ListType, address: AddressType): ListPlan | FixedLengthListPlan {
  const element = valuePlanOf(type.element, address);
  const scalar = scalarName(type.element);
  const numeric = scalar !== undefined && isNumeric(scalar) ? scalar : undefined;
  const common = { ...planOf(type, address), element, numeric };
  return type.length === undefined
    ? { kind: 'list', ...common }
    : { kind: 'fixed-length-list', ...common, length: type.length };
}

function mapPlan(type: MapType, address: AddressType): MapPlan {
  const { size, alignment, offsets } = fieldsLayout([type.key, type.value], address);
  const cost = entryCost(type.key, type.value);
  return {
    kind: 'map',
    ...planOf(type, address),
    key: valuePlanOf(type.key, address),
    value: valuePlanOf(type.value, address),
    entry: { size, alignment, valueOffset: offsets[1] ?? 0, cost },
  };
}

function recordPlan(type: RecordType, address: AddressType): RecordPlan {
  const keys = memberKeys(type.fields.map(({ name }) => name));
  const fields = namedPartsOf(type.fields, address).map((part, index): FieldPlan => {
    return { ...part, key: keys[index] ?? part.name };
  });
  return { kind: 'record', ...planOf(type, address), fields };
}

function partsOf(types: readonly ValType[], address: AddressType): PartPlan[] {
  const { offsets } = fieldsLayout(types, address);
  return types.map((type, index) => ({ offset: offsets[index] ?? 0, value: valuePlanOf(type, address) }));
}

/** Values with names that follow one another: the fields of a record, or parameters that are passed through memory. */
export function namedPartsOf(items: readonly Labelled[], address: AddressType): NamedPartPlan[] {
  const { offsets } = fieldsLayout(
    items.map(({ type }) => type),
    address,
  );
  return items.map(({ name, type }, index) => {
    return { name, offset: offsets[index] ?? 0, value: valuePlanOf(type, address) };
  });
}

function variantPlan(type: Exclude<VariantLike, EnumType>, address: AddressType): VariantPlan {
  const cases = casesOf(type);
  const { discriminantSize, payloadOffset } = variantLayout(cases, address);
  const joined = flatten(type, address)?.slice(1) ?? [];
  return {
    kind: 'variant',
    ...planOf(type, address),
    shape: type.kind === 'option' && type.some.kind !== 'option' ? 'plain-option' : 'tagged',
    discriminantSize,
    payloadOffset,
    cases: cases.map((one) => casePlan(one, joined, address)),
  };
}

function casePlan({ name, type }: Case, joined: readonly CoreType[], address: AddressType): CasePlan {
  const payload = type && valuePlanOf(type, address);
  const flat = payload?.flat ?? [];
  return {
    name,
    payload,
    coercions: flat.map((core, index) => coercionName(core, joined[index] ?? core)),
    padding: type === undefined ? joined : joined.slice(flat.length),
  };
}
