import type { PrimitiveName } from '../types/val-type.js';
import type { LabelledRef, ValTypeRef } from './definitions.js';
import type { Reader } from './reader.js';

/** By the byte that stands for the type: a negative number of seven bits. */
export const primitives: Readonly<Partial<Record<number, PrimitiveName>>> = {
  0x7f: 'bool',
  0x7e: 's8',
  0x7d: 'u8',
  0x7c: 's16',
  0x7b: 'u16',
  0x7a: 's32',
  0x79: 'u32',
  0x78: 's64',
  0x77: 'u64',
  0x76: 'f32',
  0x75: 'f64',
  0x74: 'char',
  0x73: 'string',
  0x64: 'error-context',
};

/** `valtype`: a primitive type or a type index; negative and nonnegative signed numbers. */
export function valType(reader: Reader): ValTypeRef {
  const byte = reader.peek('a value type');
  if (byte < 0x40 || byte >= 0x80) return reader.signedIndex('a type index');
  reader.byte('a value type');
  const name = primitives[byte];
  if (name === undefined) throw reader.unknown('a value type', byte);
  return name;
}

export function label(reader: Reader): string {
  return reader.name('a label');
}

export function labelled(reader: Reader): LabelledRef {
  return { name: label(reader), type: valType(reader) };
}

/** `resultlist`: the type of a function's result, if it has one. */
export function resultList(reader: Reader): ValTypeRef | undefined {
  const form = reader.byte('the result of a function');
  if (form === 0x00) return valType(reader);
  if (form !== 0x01) throw reader.unknown('the result of a function', form);
  const count = reader.byte('the number of results of a function');
  if (count !== 0x00) throw reader.unknown('the number of results of a function', count);
  return undefined;
}
