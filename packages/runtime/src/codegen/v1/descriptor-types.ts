/**
 * The types of descriptors, under names that WIT hardly has: the declarations of generated code name them, so that those
 * of a library have to find them.
 *
 * @packageDocumentation
 */
export type { InstanceType as InstanceDescriptor } from '../../types/item-type.js';
export type {
  AsyncValueType as AsyncValueDescriptor,
  ListType as ListDescriptor,
  MapType as MapDescriptor,
  OptionType as OptionDescriptor,
  PrimitiveType as PrimitiveDescriptor,
  RecordType as RecordDescriptor,
  ResultType as ResultDescriptor,
  TupleType as TupleDescriptor,
  VariantType as VariantDescriptor,
} from '../../types/val-type.js';
