import type { Case, FuncType, ListType, MapType, ValType } from '@wit-bindgen-ts/runtime';
import { camelCase } from '../../../packages/runtime/src/names/case.js';
import type { Expression, ListExpression } from './s-expression.js';

/** A constant without its parentheses: `u32.const 1`. A record's field holds one as it stands. */
type Constant = readonly Expression[];

/**
 * The JavaScript value of a constant expression, as the runtime maps a value of this type.
 *
 * @throws Error when the constant is not one of the type
 */
export function constantValue(constant: ListExpression, type: ValType): unknown {
  return valueOf(constant.items, type);
}

/** The JavaScript values of the arguments of one call. */
export function argumentValues(constants: readonly ListExpression[], { params }: FuncType): unknown[] {
  return constants.map((constant, index) => {
    const param = params[index];
    if (!param) throw new Error(`argument ${index} has no parameter`);
    return constantValue(constant, param.type);
  });
}

function valueOf(constant: Constant, type: ValType): unknown {
  const head = wordIn(constant, 0);
  const given = head.replace(/\.const$/, '');
  switch (type.kind) {
    case 'map':
      expectKind(given, 'list');
      return mapOf(constant, type);
    case 'option':
      return optionOf(constant, given, type.some);
    case 'result':
      return resultOf(constant, given, type);
    case 'string':
      expectKind(given, 'str');
      return stringIn(constant, 1);
    default:
      expectKind(given, type.kind);
      return plainValueOf(constant, type);
  }
}

function plainValueOf(constant: Constant, type: ValType): unknown {
  switch (type.kind) {
    case 'bool':
      return wordIn(constant, 1) === 'true';
    case 's64':
    case 'u64':
      return integer(wordIn(constant, 1));
    case 's8':
    case 'u8':
    case 's16':
    case 'u16':
    case 's32':
    case 'u32':
      return Number(integer(wordIn(constant, 1)));
    case 'f32':
      return Math.fround(float(wordIn(constant, 1)));
    case 'f64':
      return float(wordIn(constant, 1));
    case 'char':
    case 'enum':
      return stringIn(constant, 1);
    case 'list':
      return listOf(constant, type);
    case 'tuple':
      return type.types.map((element, index) => valueOf(itemsIn(constant, index + 1), element));
    case 'record':
      return recordOf(constant, type.fields);
    case 'variant':
      return variantOf(constant, type.cases);
    case 'flags':
      return flagsOf(constant, type.names);
    default:
      throw new Error(`a script has no constants of type ${type.kind}`);
  }
}

function expectKind(given: string, expected: string): void {
  if (given !== expected) throw new Error(`${given}.const is given for a value of type ${expected}`);
}

const typedArrays = {
  s8: Int8Array,
  u8: Uint8Array,
  s16: Int16Array,
  u16: Uint16Array,
  s32: Int32Array,
  u32: Uint32Array,
  s64: BigInt64Array,
  u64: BigUint64Array,
  f32: Float32Array,
  f64: Float64Array,
};

function listOf(constant: Constant, { element }: ListType): unknown {
  const values = constant.slice(1).map((_, index) => valueOf(itemsIn(constant, index + 1), element));
  switch (element.kind) {
    case 's64':
    case 'u64':
      return typedArrays[element.kind].from(values.filter((value) => typeof value === 'bigint'));
    case 's8':
    case 'u8':
    case 's16':
    case 'u16':
    case 's32':
    case 'u32':
    case 'f32':
    case 'f64':
      return typedArrays[element.kind].from(values.filter((value) => typeof value === 'number'));
    default:
      return values;
  }
}

/** A script writes a map as a list of pairs. */
function mapOf(constant: Constant, { key, value }: MapType): Map<unknown, unknown> {
  return new Map(
    constant.slice(1).map((_, index) => {
      const pair = itemsIn(constant, index + 1);
      return [valueOf(itemsIn(pair, 1), key), valueOf(itemsIn(pair, 2), value)];
    }),
  );
}

function recordOf(constant: Constant, fields: readonly { name: string; type: ValType }[]): object {
  return Object.fromEntries(
    fields.map(({ name, type }, index) => {
      const field = itemsIn(constant, index + 1);
      if (stringIn(field, 1) !== name)
        throw new Error(`field ${stringIn(field, 1)} stands in the place of ${name}`);
      return [camelCase(name), valueOf(field.slice(2), type)];
    }),
  );
}

function variantOf(constant: Constant, cases: readonly Case[]): object {
  const tag = stringIn(constant, 1);
  const type = cases.find(({ name }) => name === tag)?.type;
  return type ? { tag, val: valueOf(itemsIn(constant, 2), type) } : { tag };
}

/** An option directly in an option is tagged: `undefined` could not say which of the two is none. */
function optionOf(constant: Constant, given: string, some: ValType): unknown {
  const isSome = given === 'option.some';
  if (!isSome) expectKind(given, 'option.none');
  const val = isSome ? valueOf(itemsIn(constant, 1), some) : undefined;
  if (some.kind !== 'option') return val;
  return isSome ? { tag: 'some', val } : { tag: 'none' };
}

function resultOf(constant: Constant, given: string, types: { ok?: ValType; err?: ValType }): object {
  const isErr = given === 'result.err';
  if (!isErr) expectKind(given, 'result.ok');
  const tag = isErr ? 'err' : 'ok';
  const type = types[tag];
  return type ? { tag, val: valueOf(itemsIn(constant, 1), type) } : { tag };
}

function flagsOf(constant: Constant, names: readonly string[]): object {
  const set = new Set(constant.slice(1).map((_, index) => stringIn(constant, index + 1)));
  return Object.fromEntries(names.map((name) => [camelCase(name), set.has(name)]));
}

function wordIn(constant: Constant, index: number): string {
  const item = constant[index];
  if (item?.kind !== 'word') throw new Error('a constant lacks its value');
  return item.text;
}

function stringIn(constant: Constant, index: number): string {
  const item = constant[index];
  if (item?.kind !== 'string') throw new Error('a constant lacks its string');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(item.bytes);
}

function itemsIn(constant: Constant, index: number): Constant {
  const item = constant[index];
  if (item?.kind !== 'list') throw new Error('a constant lacks a value inside');
  return item.items;
}

function integer(text: string): bigint {
  const digits = text.replaceAll('_', '');
  return digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits.replace(/^\+/, ''));
}

function float(text: string): number {
  const plain = text.replaceAll('_', '');
  if (/^[+-]?nan/.test(plain)) return NaN;
  const value = Number(plain.replace('inf', 'Infinity'));
  if (Number.isNaN(value)) throw new Error(`${text} is not a number that this reader knows`);
  return value;
}
