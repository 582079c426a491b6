import type { FuncType } from '../src/types/item-type.js';
import type {
  Case,
  ListType,
  PrimitiveName,
  RecordType,
  ValType,
  VariantType,
} from '../src/types/val-type.js';

/** Types in few words, for tests. */
export const bool = primitive('bool');
export const s8 = primitive('s8');
export const u8 = primitive('u8');
export const s16 = primitive('s16');
export const u16 = primitive('u16');
export const s32 = primitive('s32');
export const u32 = primitive('u32');
export const s64 = primitive('s64');
export const u64 = primitive('u64');
export const f32 = primitive('f32');
export const f64 = primitive('f64');
export const char = primitive('char');
export const string = primitive('string');

function primitive(kind: PrimitiveName): ValType {
  return { kind };
}

export function record(fields: Readonly<Record<string, ValType>>): RecordType {
  return { kind: 'record', fields: Object.entries(fields).map(([name, type]) => ({ name, type })) };
}

/** A case of `null` has no payload. */
export function variant(cases: Readonly<Record<string, ValType | null>>): VariantType {
  const caseOf = ([name, type]: [string, ValType | null]): Case =>
    type === null ? { name } : { name, type };
  return { kind: 'variant', cases: Object.entries(cases).map(caseOf) };
}

export function list(element: ValType, length?: number): ListType {
  return length === undefined ? { kind: 'list', element } : { kind: 'list', element, length };
}

export function map(key: ValType, value: ValType): ValType {
  return { kind: 'map', key, value };
}

export function tuple(...types: ValType[]): ValType {
  return { kind: 'tuple', types };
}

export function flags(...names: string[]): ValType {
  return { kind: 'flags', names };
}

export function enumeration(...names: string[]): ValType {
  return { kind: 'enum', names };
}

export function option(some: ValType): ValType {
  return { kind: 'option', some };
}

/** `null` is for a side without a payload. */
export function result(ok: ValType | null, err: ValType | null): ValType {
  return { kind: 'result', ...(ok !== null && { ok }), ...(err !== null && { err }) };
}

export function func(params: Readonly<Record<string, ValType>>, returned?: ValType): FuncType {
  const labelled = Object.entries(params).map(([name, type]) => ({ name, type }));
  return {
    kind: 'func',
    async: false,
    params: labelled,
    ...(returned !== undefined && { result: returned }),
  };
}
