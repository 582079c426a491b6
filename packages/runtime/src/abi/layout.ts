import type { Case, ValType } from '../types/val-type.js';
import { addressingOf, type AddressType } from './address.js';

/** How a value of a type stands in linear memory, in bytes. */
export interface Layout {
  readonly size: number;
  readonly alignment: number;
}

/** The layout of a record, a tuple or spilled parameters, with the place of each field. */
export interface FieldsLayout extends Layout {
  readonly offsets: readonly number[];
}

/** The layout of a variant, an enum, an option or a result. */
export interface VariantLayout extends Layout {
  readonly discriminantSize: 1 | 2 | 4;
  readonly payloadOffset: number;
}

/**
 * The size that stands for every larger one. It is beyond any memory and any length that realloc takes, and small
 * enough that offsets computed from it stay exact.
 */
const largestSize = 2 ** 48;

const layouts: Record<AddressType, WeakMap<ValType, Layout>> = { i32: new WeakMap(), i64: new WeakMap() };

/**
 * The size and alignment of a type, computed once for each type object.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#element-size
 */
export function layoutOf(type: ValType, address: AddressType = 'i32'): Layout {
  const known = layouts[address].get(type);
  if (known !== undefined) return known;
  const layout = computeLayout(type, address);
  layouts[address].set(type, layout);
  return layout;
}

export function sizeOf(type: ValType, address: AddressType = 'i32'): number {
  return layoutOf(type, address).size;
}

/** The layout of fields that follow one another, each at its alignment. */
export function fieldsLayout(types: readonly ValType[], address: AddressType = 'i32'): FieldsLayout {
  const offsets: number[] = [];
  let end = 0;
  let alignment = 1;
  for (const type of types) {
    const field = layoutOf(type, address);
    const offset = alignTo(end, field.alignment);
    offsets.push(offset);
    end = offset + field.size;
    alignment = Math.max(alignment, field.alignment);
  }
  return { offsets, alignment, size: bounded(alignTo(end, alignment)) };
}

/** The layout of a discriminant with the payload of one of the cases behind it. */
export function variantLayout(cases: readonly Case[], address: AddressType = 'i32'): VariantLayout {
  const discriminantSize = discriminantSizeOf(cases.length);
  let payloadSize = 0;
  let payloadAlignment = 1;
  for (const { type } of cases) {
    if (type === undefined) continue;
    const payload = layoutOf(type, address);
    payloadSize = Math.max(payloadSize, payload.size);
    payloadAlignment = Math.max(payloadAlignment, payload.alignment);
  }
  const alignment = Math.max(discriminantSize, payloadAlignment);
  const payloadOffset = alignTo(discriminantSize, payloadAlignment);
  return {
    discriminantSize,
    payloadOffset,
    alignment,
    size: bounded(alignTo(payloadOffset + payloadSize, alignment)),
  };
}

/** A variant, or one of the types that stand for a variant. */
export type VariantLike = Extract<ValType, { kind: 'variant' | 'enum' | 'option' | 'result' }>;

/** The cases that a variant has, or that a shorter type stands for: `none` and `some`, `ok` and `err`. */
export function casesOf(type: VariantLike): readonly Case[] {
  switch (type.kind) {
    case 'variant':
      return type.cases;
    case 'enum':
      return type.names.map((name) => ({ name }));
    case 'option':
      return [{ name: 'none' }, { name: 'some', type: type.some }];
    case 'result':
      return [caseOf('ok', type.ok), caseOf('err', type.err)];
  }
}

function caseOf(name: string, type: ValType | undefined): Case {
  return type === undefined ? { name } : { name, type };
}

function computeLayout(type: ValType, address: AddressType): Layout {
  const pointerSize = addressingOf(address).size;
  switch (type.kind) {
    case 'bool':
    case 's8':
    case 'u8':
      return scalar(1);
    case 's16':
    case 'u16':
      return scalar(2);
    case 's64':
    case 'u64':
    case 'f64':
      return scalar(8);
    case 'string':
    case 'map':
      return { size: 2 * pointerSize, alignment: pointerSize };
    case 'list':
      return type.length === undefined
        ? { size: 2 * pointerSize, alignment: pointerSize }
        : repeated(layoutOf(type.element, address), type.length);
    case 'record':
      return fieldsLayout(
        type.fields.map((field) => field.type),
        address,
      );
    case 'tuple':
      return fieldsLayout(type.types, address);
    case 'variant':
    case 'enum':
    case 'option':
    case 'result':
      return variantLayout(casesOf(type), address);
    case 'flags':
      return scalar(flagsSize(type.names.length));
    default:
      // s32, u32, f32 and char; every other one is an index into a table.
      return scalar(4);
  }
}

function scalar(size: number): Layout {
  return { size, alignment: size };
}

function repeated({ size, alignment }: Layout, length: number): Layout {
  return { size: bounded(size * length), alignment };
}

function discriminantSizeOf(cases: number): 1 | 2 | 4 {
  if (cases <= 2 ** 8) return 1;
  return cases <= 2 ** 16 ? 2 : 4;
}

/** The size in bytes of flags, of which there are at most 32. */
export function flagsSize(count: number): 1 | 2 | 4 {
  if (count <= 8) return 1;
  return count <= 16 ? 2 : 4;
}

function alignTo(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

function bounded(size: number): number {
  return Math.min(size, largestSize);
}
