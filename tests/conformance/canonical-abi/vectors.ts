import type { AddressType } from '../../../packages/runtime/src/abi/address.js';
import type { CoreValue, StringEncoding } from '../../../packages/runtime/src/abi/context.js';
import type { CoreType } from '../../../packages/runtime/src/abi/flatten.js';
import { camelCase } from '../../../packages/runtime/src/names/case.js';
import type { Case, Labelled, PrimitiveType, ValType } from '../../../packages/runtime/src/types/val-type.js';

/** A value is lifted from core values and memory, then lowered with another string encoding and lifted again. */
export interface LiftVector {
  readonly kind: 'lift';
  readonly type: JsonType;
  readonly flat: readonly JsonValue[];
  readonly value: JsonValue;
  readonly trap: boolean;
  readonly srcEnc: StringEncoding;
  readonly dstEnc: StringEncoding;
  readonly addr: AddressType;
  readonly mem: readonly number[];
}

/**
 * The core signature of a function. `flat` and `flatResults` are as they are before values spill into memory, but for
 * the pointer to a spilled result, which stands behind `flat`.
 */
export interface FlattenVector {
  readonly kind: 'flatten';
  readonly params: readonly JsonType[];
  readonly results: readonly JsonType[];
  readonly flat: readonly CoreType[];
  readonly flatResults: readonly CoreType[];
  readonly addr: AddressType;
}

/** The bits of a float, and what they are after lifting and lowering. */
export interface NanVector {
  readonly kind: 'nan';
  readonly width: 32 | 64;
  readonly inBits: string;
  readonly outBits: string;
}

export type Vector = LiftVector | FlattenVector | NanVector;

export type JsonType =
  | PrimitiveType['kind']
  | { readonly record: readonly (readonly [string, JsonType])[] }
  | { readonly variant: readonly (readonly [string, JsonType | null])[] }
  | { readonly tuple: readonly JsonType[] }
  | { readonly list: JsonType; readonly len?: number }
  | { readonly map: readonly [JsonType, JsonType] }
  | { readonly flags: readonly string[] }
  | { readonly enum: readonly string[] }
  | { readonly option: JsonType }
  | { readonly result: readonly [JsonType | null, JsonType | null] };

export type JsonValue =
  null | boolean | number | readonly JsonValue[] | { readonly [key: string]: JsonValue | string };

/** The type that a vector names. */
export function typeOf(json: JsonType): ValType {
  if (typeof json === 'string') return { kind: json };
  if ('record' in json) return { kind: 'record', fields: json.record.map(labelled) };
  if ('variant' in json) return { kind: 'variant', cases: json.variant.map(caseOf) };
  if ('tuple' in json) return { kind: 'tuple', types: json.tuple.map(typeOf) };
  if ('list' in json) {
    const list = { kind: 'list', element: typeOf(json.list) } as const;
    return json.len === undefined ? list : { ...list, length: json.len };
  }
  if ('map' in json) return { kind: 'map', key: typeOf(json.map[0]), value: typeOf(json.map[1]) };
  if ('flags' in json) return { kind: 'flags', names: json.flags };
  if ('enum' in json) return { kind: 'enum', names: json.enum };
  if ('option' in json) return { kind: 'option', some: typeOf(json.option) };
  const [ok, err] = json.result;
  return {
    kind: 'result',
    ...(ok !== null && { ok: typeOf(ok) }),
    ...(err !== null && { err: typeOf(err) }),
  };
}

function labelled([name, type]: readonly [string, JsonType]): Labelled {
  return { name, type: typeOf(type) };
}

function caseOf([name, type]: readonly [string, JsonType | null]): Case {
  return type === null ? { name } : { name, type: typeOf(type) };
}

/** The core values of a vector as core code gives them to JavaScript: integers are signed. */
export function coreValuesOf(flat: readonly JsonValue[], types: readonly CoreType[]): CoreValue[] {
  return flat.map((json, index) => {
    switch (types[index]) {
      case 'i64':
        return BigInt.asIntN(64, integerOf(json));
      case 'i32':
        return Number(BigInt.asIntN(32, integerOf(json)));
      case 'f32':
        return Math.fround(Number(json));
      default:
        return Number(json);
    }
  });
}

/** The value of a vector as the runtime lifts it, but for typed arrays, which are plain ones here. */
export function valueOf(json: JsonValue, type: ValType): unknown {
  switch (type.kind) {
    case 's64':
    case 'u64':
      return integerOf(json);
    case 'f32':
      return Math.fround(Number(json));
    case 'char':
      return String.fromCodePoint(Number(part(json, '$char')));
    case 'string':
      return textOf(json, '$str');
    case 'list':
      return elementsOf(json).map((element) => valueOf(element, type.element));
    case 'tuple':
      return type.types.map((element, index) => valueOf(partValue(json, `${index}`), element));
    case 'record':
      return Object.fromEntries(
        type.fields.map((field) => [camelCase(field.name), valueOf(partValue(json, field.name), field.type)]),
      );
    case 'map':
      return new Map(
        elementsOf(json).map((entry) => [
          valueOf(partValue(entry, '0'), type.key),
          valueOf(partValue(entry, '1'), type.value),
        ]),
      );
    case 'enum':
      return soleKey(json);
    case 'option':
      return soleKey(json) === 'none' ? undefined : valueOf(partValue(json, 'some'), type.some);
    case 'result':
      return soleKey(json) === 'ok'
        ? tagged('ok', partValue(json, 'ok'), type.ok)
        : tagged('err', partValue(json, 'error'), type.err);
    case 'variant': {
      const name = soleKey(json);
      const payload = type.cases.find((one) => one.name === name)?.type;
      return tagged(name, partValue(json, name), payload);
    }
    default:
      return json;
  }
}

function tagged(tag: string, json: JsonValue, payload: ValType | undefined): unknown {
  return payload === undefined ? { tag } : { tag, val: valueOf(json, payload) };
}

/** An integer past 2^53 is written as `{ "$big": "…" }`. */
function integerOf(json: JsonValue): bigint {
  return BigInt(typeof json === 'number' ? json : textOf(json, '$big'));
}

function textOf(json: JsonValue, key: string): string {
  const found = part(json, key);
  if (typeof found !== 'string') throw new Error(`expected a text in ${JSON.stringify(json)}`);
  return found;
}

function elementsOf(json: JsonValue): readonly JsonValue[] {
  if (!isArray(json)) throw new Error(`expected an array in a vector, found ${JSON.stringify(json)}`);
  return json;
}

function soleKey(json: JsonValue): string {
  const [key, ...others] = json !== null && typeof json === 'object' ? Object.keys(json) : [];
  if (key === undefined || others.length > 0) throw new Error(`expected one key in ${JSON.stringify(json)}`);
  return key;
}

function part(json: JsonValue, key: string): JsonValue | string {
  const found = json !== null && typeof json === 'object' && !isArray(json) ? json[key] : undefined;
  if (found === undefined) throw new Error(`expected ${key} in ${JSON.stringify(json)}`);
  return found;
}

function partValue(json: JsonValue, key: string): JsonValue {
  const found = part(json, key);
  if (typeof found === 'string') throw new Error(`expected a value in ${JSON.stringify(json)}`);
  return found;
}

function isArray(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}
