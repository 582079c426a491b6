/** Makes the types that generated code expects, in a form that reads like WIT. Names are WIT's own. */
import { memberKeys } from '../../names/case.js';
import type { ComponentItem, ComponentType, FuncType, InstanceType } from '../../types/item-type.js';
import { primitive } from '../../types/primitives.js';
import type {
  AsyncValueType,
  EnumType,
  FlagsType,
  HandleType,
  ListType,
  MapType,
  OptionType,
  RecordType,
  ResourceType,
  ResultType,
  TupleType,
  ValType,
  VariantType,
} from '../../types/val-type.js';

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
export const errorContext = primitive('error-context');

/** Types by name, in order. */
type Named<T> = Readonly<Record<string, T>>;

export function record(fields: Named<ValType>): RecordType {
  return { kind: 'record', fields: labelled(fields) };
}

/** `null` stands for a case without a payload. */
export function variant(cases: Named<ValType | null>): VariantType {
  return {
    kind: 'variant',
    cases: Object.entries(cases).map(([name, type]) => (type === null ? { name } : { name, type })),
  };
}

/** `length` makes it a fixed-length list. */
export function list(element: ValType, length?: number): ListType {
  return length === undefined ? { kind: 'list', element } : { kind: 'list', element, length };
}

export function map(key: ValType, value: ValType): MapType {
  return { kind: 'map', key, value };
}

export function tuple(...types: readonly ValType[]): TupleType {
  return { kind: 'tuple', types };
}

/** Flags, with the properties that they have in JavaScript. */
export interface FlagsDescriptor extends FlagsType {
  readonly keys: readonly string[];
}

export function flags(...names: readonly string[]): FlagsDescriptor {
  return { kind: 'flags', names, keys: memberKeys(names) };
}

/** An enum, with the places of its names. */
export interface EnumDescriptor<N extends string> extends EnumType {
  readonly names: readonly N[];
  readonly indices: ReadonlyMap<unknown, number>;
}

export function enumOf<const N extends string>(...names: readonly N[]): EnumDescriptor<N> {
  return { kind: 'enum', names, indices: new Map(names.map((name, index) => [name, index])) };
}

export function option(some: ValType): OptionType {
  return { kind: 'option', some };
}

/** `null` stands for a case without a payload: `result(null, string)` is `result<_, string>`. */
export function result(ok: ValType | null = null, err: ValType | null = null): ResultType {
  return { kind: 'result', ...(ok === null ? {} : { ok }), ...(err === null ? {} : { err }) };
}

declare const object: unique symbol;

/** A resource type, with what its objects are. */
export interface ResourceDescriptor<T> extends ResourceType {
  readonly [object]?: T;
}

/** A resource type of its own. */
export function resource<T>(name: string): ResourceDescriptor<T> {
  return { kind: 'resource', name, index: -1 };
}

export function own(type: ResourceType): HandleType {
  return { kind: 'own', resource: type };
}

export function borrow(type: ResourceType): HandleType {
  return { kind: 'borrow', resource: type };
}

export function stream(element?: ValType): AsyncValueType {
  return element === undefined ? { kind: 'stream' } : { kind: 'stream', element };
}

export function future(element?: ValType): AsyncValueType {
  return element === undefined ? { kind: 'future' } : { kind: 'future', element };
}

export function func(params: Named<ValType>, resultType?: ValType): FuncType {
  const type = { kind: 'func', async: false, params: labelled(params) } as const;
  return resultType === undefined ? type : { ...type, result: resultType };
}

export function asyncFunc(params: Named<ValType>, resultType?: ValType): FuncType {
  return { ...func(params, resultType), async: true };
}

/** The functions and resources of an interface, resources before the functions that use them. */
export function instance(exports: Named<FuncType | ResourceType>): InstanceType {
  return { kind: 'instance', exports: new Map(Object.entries(exports)) };
}

export function world(items: {
  readonly imports: Named<ComponentItem>;
  readonly exports: Named<ComponentItem>;
}): ComponentType {
  return {
    kind: 'component',
    imports: new Map(Object.entries(items.imports)),
    exports: new Map(Object.entries(items.exports)),
  };
}

function labelled(types: Named<ValType>): { name: string; type: ValType }[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}
