import { memberKeys } from '../../names/case.js';
import type {
  Case,
  EnumType,
  Labelled,
  ListType,
  MapType,
  PrimitiveType,
  RecordType,
  ValType,
} from '../../types/val-type.js';
import type { AddressType } from '../address.js';
import { entryCost, liftedCost } from '../cost.js';
import { flatten, type CoreType } from '../flatten.js';
import { casesOf, fieldsLayout, flagsSize, layoutOf, variantLayout, type VariantLike } from '../layout.js';
import { isNumeric, scalarName } from '../numbers.js';
import { coercionName } from './coercion-name.js';
import type {
  CasePlan,
  FieldPlan,
  FixedLengthListPlan,
  ListPlan,
  MapPlan,
  NamedPartPlan,
  PartPlan,
  PlanOf,
  RecordPlan,
  ValuePlan,
  VariantPlan,
} from './value-plan.js';

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
      return { kind: 'async', ...planOf(type, address), name: type.kind };
    default: {
      const scalar: PrimitiveType = type;
      return { kind: 'scalar', ...planOf(scalar, address), name: type.kind };
    }
  }
}

function planOf<Type extends ValType>(type: Type, address: AddressType): PlanOf<Type> {
  const { size, alignment } = layoutOf(type, address);
  return { type, address, size, alignment, flat: flatten(type, address), cost: liftedCost(type) };
}

function listPlan(type: ListType, address: AddressType): ListPlan | FixedLengthListPlan {
  const element = valuePlanOf(type.element, address);
  const scalar = scalarName(type.element);
  const numeric = scalar !== undefined && isNumeric(scalar) ? scalar : undefined;
  const common = { ...planOf(type, address), element, numeric };
  if (type.length !== undefined) {
    return { kind: 'fixed-length-list', ...common, length: type.length, elementCost: element.cost };
  }
  const elementCost = numeric === undefined ? element.cost : element.size;
  return { kind: 'list', ...common, elementCost, countedSize: layoutOf(type.element).size };
}

function mapPlan(type: MapType, address: AddressType): MapPlan {
  const entry = [type.key, type.value];
  const { size, alignment, offsets } = fieldsLayout(entry, address);
  return {
    kind: 'map',
    ...planOf(type, address),
    key: valuePlanOf(type.key, address),
    value: valuePlanOf(type.value, address),
    entry: {
      size,
      alignment,
      valueOffset: offsets[1] ?? 0,
      cost: entryCost(type.key, type.value),
      countedSize: fieldsLayout(entry).size,
    },
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
