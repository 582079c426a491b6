import type { CoreAbstractHeapType } from '../types/core-type.js';
import type { CoreFieldType, CoreRefTypeRef, CoreValTypeRef } from './core-definitions.js';
import type { Reader } from './reader.js';

const numberTypes: Readonly<Partial<Record<number, 'i32' | 'i64' | 'f32' | 'f64' | 'v128'>>> = {
  0x7f: 'i32',
  0x7e: 'i64',
  0x7d: 'f32',
  0x7c: 'f64',
  0x7b: 'v128',
};

const packedTypes: Readonly<Partial<Record<number, 'i8' | 'i16'>>> = { 0x78: 'i8', 0x77: 'i16' };

const heapTypes: Readonly<Partial<Record<number, CoreAbstractHeapType>>> = {
  0x75: 'nocont',
  0x74: 'noexn',
  0x73: 'nofunc',
  0x72: 'noextern',
  0x71: 'none',
  0x70: 'func',
  0x6f: 'extern',
  0x6e: 'any',
  0x6d: 'eq',
  0x6c: 'i31',
  0x6b: 'struct',
  0x6a: 'array',
  0x69: 'exn',
  0x68: 'cont',
};

const SHARED = 0x65;
const REF = 0x64;
const REF_NULL = 0x63;

/** `core:valtype` */
export function coreValType(reader: Reader): CoreValTypeRef {
  const number = numberTypes[reader.peek('a core value type')];
  if (number === undefined) return coreRefType(reader);
  reader.byte('a core value type');
  return number;
}

/** `core:reftype`: nullable or not, of any heap type; an abstract one by itself is nullable. */
export function coreRefType(reader: Reader): CoreRefTypeRef {
  const form = reader.peek('a core reference type');
  if (form === REF || form === REF_NULL) {
    reader.byte('a core reference type');
    return { nullable: form === REF_NULL, ...coreHeapType(reader) };
  }
  return { nullable: true, ...abstractHeapType(reader, 'a core value type') };
}

/** `core:heaptype`: an abstract one, or the index of a defined type. */
export function coreHeapType(reader: Reader): Omit<CoreRefTypeRef, 'nullable'> {
  const byte = reader.peek('a core heap type');
  if (byte >= 0x40 && byte < 0x80) return abstractHeapType(reader, 'a core heap type');
  return { heap: reader.signedIndex('a core type index'), shared: false };
}

function abstractHeapType(
  reader: Reader,
  what: string,
): { readonly heap: CoreAbstractHeapType; readonly shared: boolean } {
  let byte = reader.byte(what);
  const shared = byte === SHARED;
  if (shared) byte = reader.byte(what);
  const heap = heapTypes[byte];
  if (heap === undefined) throw reader.unknown(what, byte);
  return { heap, shared };
}

/** `core:fieldtype`: what a field of a struct or an element of an array holds. */
export function coreFieldType(reader: Reader): CoreFieldType {
  const packed = packedTypes[reader.peek('the type of a field')];
  if (packed !== undefined) reader.byte('the type of a field');
  const type = packed ?? coreValType(reader);
  return { type, mutable: reader.boolean('whether a field is mutable') };
}
