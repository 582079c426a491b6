/**
 * The types of values, functions, instances and components, as an immutable graph that can be walked. The decoder
 * builds these from a binary, and generated code builds the ones that it expects, so that the two can be compared.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#type-definitions
 */

export type PrimitiveName =
  | 'bool'
  | 's8'
  | 'u8'
  | 's16'
  | 'u16'
  | 's32'
  | 'u32'
  | 's64'
  | 'u64'
  | 'f32'
  | 'f64'
  | 'char'
  | 'string'
  | 'error-context';

export interface PrimitiveType {
  readonly kind: PrimitiveName;
}

export interface RecordType {
  readonly kind: 'record';
  readonly fields: readonly Labelled[];
}

export interface VariantType {
  readonly kind: 'variant';
  readonly cases: readonly Case[];
}

export interface ListType {
  readonly kind: 'list';
  readonly element: ValType;
  /** The number of elements of a fixed-length list, `list<T, N>`. */
  readonly length?: number;
}

export interface MapType {
  readonly kind: 'map';
  readonly key: ValType;
  readonly value: ValType;
}

export interface TupleType {
  readonly kind: 'tuple';
  readonly types: readonly ValType[];
}

export interface FlagsType {
  readonly kind: 'flags';
  readonly names: readonly string[];
}

export interface EnumType {
  readonly kind: 'enum';
  readonly names: readonly string[];
}

export interface OptionType {
  readonly kind: 'option';
  readonly some: ValType;
}

export interface ResultType {
  readonly kind: 'result';
  readonly ok?: ValType;
  readonly err?: ValType;
}

/** An own or a borrow handle to a resource. */
export interface HandleType {
  readonly kind: 'own' | 'borrow';
  readonly resource: ResourceType;
}

export interface AsyncValueType {
  readonly kind: 'stream' | 'future';
  readonly element?: ValType;
}

export type ValType =
  | PrimitiveType
  | RecordType
  | VariantType
  | ListType
  | MapType
  | TupleType
  | FlagsType
  | EnumType
  | OptionType
  | ResultType
  | HandleType
  | AsyncValueType;

/** A name with a type: a record's field or a function's parameter. */
export interface Labelled {
  readonly name: string;
  readonly type: ValType;
}

export interface Case {
  readonly name: string;
  readonly type?: ValType;
}

/** A resource type. Two are the same if they are the same object; the name is for messages. */
export interface ResourceType {
  readonly kind: 'resource';
  readonly name: string;
  /** Its place among the resources of the component that the type belongs to; -1 if it belongs to none. */
  readonly index: number;
}
