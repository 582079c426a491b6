/**
 * The types of what makes descriptors: the declarations of generated code name them, so that those of a library have to
 * find them. They stand in a namespace, since WIT may well have types of these names.
 *
 * @packageDocumentation
 */
export type { InstanceType } from '../../types/item-type.js';
export type {
  AsyncValueType,
  EnumType,
  FlagsType,
  ListType,
  MapType,
  OptionType,
  PrimitiveType,
  RecordType,
  ResultType,
  TupleType,
  VariantType,
} from '../../types/val-type.js';
