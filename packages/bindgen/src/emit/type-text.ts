import type { PrimitiveType } from '@wit-bindgen-ts/wit-parser';
import type { ValueType } from '../plan/value-type.js';
import type { NumericPrimitive } from '../wit/primitives.js';
import { stringLiteral } from './literals.js';

/**
 * How a value of a type comes about. What is lowered may be given in more forms than the one that is lifted; a named
 * type serves both ways and has the form that is lifted.
 */
export type Flow = 'lifted' | 'lowered';

const primitiveTypes: Readonly<Record<PrimitiveType, string>> = {
  bool: 'boolean',
  s8: 'number',
  u8: 'number',
  s16: 'number',
  u16: 'number',
  s32: 'number',
  u32: 'number',
  s64: 'bigint',
  u64: 'bigint',
  f32: 'number',
  f64: 'number',
  char: 'string',
  string: 'string',
  'error-context': 'ErrorContext',
};

const typedArrays: Readonly<Record<NumericPrimitive, string>> = {
  s8: 'Int8Array',
  u8: 'Uint8Array',
  s16: 'Int16Array',
  u16: 'Uint16Array',
  s32: 'Int32Array',
  u32: 'Uint32Array',
  s64: 'BigInt64Array',
  u64: 'BigUint64Array',
  f32: 'Float32Array',
  f64: 'Float64Array',
};

/** Beyond this many elements a tuple type would be longer than any reader's patience. */
export const longestTuple = 16;

/** A type in TypeScript. */
export function typeText(type: ValueType, flow: Flow): string {
  const text = (part: ValueType): string => typeText(part, flow);
  switch (type.kind) {
    case 'primitive':
      return primitiveTypes[type.name];
    case 'named':
    case 'own':
    case 'borrow':
      return type.name;
    case 'list':
      return type.numeric === undefined ? arrayText(type.element, flow) : numericListText(type.numeric, flow);
    case 'fixed-length-list':
      if (type.length > longestTuple) return arrayText(type.element, flow);
      return `[${new Array<string>(type.length).fill(text(type.element)).join(', ')}]`;
    case 'map':
      return `Map<${text(type.key)}, ${text(type.value)}>`;
    case 'tuple':
      return `[${type.types.map(text).join(', ')}]`;
    case 'option':
      if (!type.nested) return `${text(type.some)} | undefined`;
      return `${caseText('some', text(type.some))} | ${caseText('none')}`;
    case 'result':
      if (type.returned === true) return `Result<${orVoid(type.ok, flow)}, ${orVoid(type.err, flow)}>`;
      return `${caseText('ok', type.ok && text(type.ok))} | ${caseText('err', type.err && text(type.err))}`;
    case 'stream':
      return `${flow === 'lifted' ? 'StreamReader' : 'AsyncIterable'}<${chunkText(type, flow)}>`;
    case 'future':
      return `${flow === 'lifted' ? 'FutureReader' : 'PromiseLike'}<${orVoid(type.element, flow)}>`;
  }
}

/** Numbers come many at a time, as those of a list do. */
function chunkText({ element, numeric }: Extract<ValueType, { kind: 'stream' }>, flow: Flow): string {
  return numeric === undefined ? orVoid(element, flow) : typedArrays[numeric];
}

function orVoid(type: ValueType | undefined, flow: Flow): string {
  return type === undefined ? 'void' : typeText(type, flow);
}

/** One case of a variant. */
export function caseText(tag: string, payload?: string): string {
  return payload === undefined
    ? `{ tag: ${stringLiteral(tag)} }`
    : `{ tag: ${stringLiteral(tag)}; val: ${payload} }`;
}

function arrayText(element: ValueType, flow: Flow): string {
  const text = typeText(element, flow);
  return isUnion(element, flow) ? `(${text})[]` : `${text}[]`;
}

function isUnion(type: ValueType, flow: Flow): boolean {
  if (type.kind === 'list') return type.numeric !== undefined && flow === 'lowered';
  return type.kind === 'option' || (type.kind === 'result' && type.returned !== true);
}

function numericListText(numeric: NumericPrimitive, flow: Flow): string {
  const array = typedArrays[numeric];
  return flow === 'lifted' ? array : `${array} | ArrayLike<${primitiveTypes[numeric]}>`;
}
