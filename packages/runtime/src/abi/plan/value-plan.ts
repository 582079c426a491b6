import type {
  AsyncValueType,
  EnumType,
  FlagsType,
  HandleType,
  ListType,
  MapType,
  PrimitiveType,
  RecordType,
  ResourceType,
  TupleType,
  ValType,
} from '../../types/val-type.js';
import type { AddressType } from '../address.js';
import type { CoreType } from '../flatten.js';
import type { VariantLike } from '../layout.js';
import type { NumericName, ScalarName } from '../numbers.js';
import type { CoercionName } from './coercion-name.js';

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

export interface PlanOf<Type extends ValType> {
  readonly type: Type;
  /** Of the memory that values stand in: the layout and the core types depend on it. */
  readonly address: AddressType;
  /** In memory, in bytes. */
  readonly size: number;
  readonly alignment: number;
  /** The core values that it is passed as; `undefined` where there are more than 16. */
  readonly flat: readonly CoreType[] | undefined;
  /** About what a value takes in JavaScript, in bytes: see `cost.ts`. */
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
  /** What an element takes in JavaScript, in bytes. */
  readonly elementCost: number;
  /** What an element counts for in the limit on how long a list may be, in bytes: its size with 32-bit addresses. */
  readonly countedSize: number;
}

export interface FixedLengthListPlan extends PlanOf<ListType> {
  readonly kind: 'fixed-length-list';
  readonly element: ValuePlan;
  readonly length: number;
  /** What the elements are, if they are numbers: they are stored in bulk. The list is no typed array. */
  readonly numeric: NumericName | undefined;
  readonly elementCost: number;
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
  /** As of a list. */
  readonly countedSize: number;
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
  readonly name: AsyncName;
}

export type AsyncName = 'stream' | 'future' | 'error-context';
