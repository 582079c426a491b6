/**
 * How values stand in memory and in core values, for the guests: written from the standard once more, so that a mistake
 * in the runtime's own computation shows.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening
 */
import type { ValType } from '@wit-bindgen-ts/runtime';
import type { EchoFunction } from './echo-world.js';

export type CoreType = 'i32' | 'i64' | 'f32' | 'f64';

/** The core function through which a guest passes on a function. */
export interface CoreShape {
  readonly params: readonly CoreType[];
  /** Whether the only parameter is where all of them are. */
  readonly areSpilled: boolean;
  /** What the lifted function returns: the value, or where it is. */
  readonly result: CoreType | undefined;
  /** Set where the result goes through memory: the space that the lowered function is given for it. */
  readonly space: Space | undefined;
}

export interface Space {
  readonly size: number;
  readonly alignment: number;
}

export interface FieldsSpace extends Space {
  readonly offsets: readonly number[];
}

export interface CasesSpace extends Space {
  /** The size of the discriminant. */
  readonly discriminant: 1 | 2 | 4;
  /** Where the payload is. */
  readonly payload: number;
}

const maxParams = 16;

export function coreShape({ params, result }: EchoFunction): CoreShape {
  const flat = params.flatMap((param) => flatten(param.type));
  const areSpilled = flat.length > maxParams;
  const passed = { params: areSpilled ? (['i32'] as const) : flat, areSpilled };
  if (result === undefined) return { ...passed, result: undefined, space: undefined };
  const [one, ...more] = flatten(result);
  return more.length === 0
    ? { ...passed, result: one, space: undefined }
    : { ...passed, result: 'i32', space: spaceOf(result) };
}

/** The core values of a type; of one that has more than can be passed, at least one too many. */
export function flatten(type: ValType): CoreType[] {
  switch (type.kind) {
    case 's64':
    case 'u64':
      return ['i64'];
    case 'f32':
    case 'f64':
      return [type.kind];
    case 'string':
    case 'map':
      return ['i32', 'i32'];
    case 'list':
      return type.length === undefined ? ['i32', 'i32'] : repeated(flatten(type.element), type.length);
    case 'record':
      return type.fields.flatMap((field) => flatten(field.type)).slice(0, maxParams + 1);
    case 'tuple':
      return type.types.flatMap(flatten).slice(0, maxParams + 1);
    case 'variant':
      return flattenCases(type.cases.map((one) => one.type));
    case 'option':
      return flattenCases([undefined, type.some]);
    case 'result':
      return flattenCases([type.ok, type.err]);
    default:
      return ['i32'];
  }
}

function repeated(flat: readonly CoreType[], times: number): CoreType[] {
  const all: CoreType[] = [];
  for (let i = 0; i < times && all.length <= maxParams; i++) all.push(...flat);
  return all;
}

function flattenCases(payloads: readonly (ValType | undefined)[]): CoreType[] {
  const joined: CoreType[] = [];
  for (const payload of payloads) {
    const flat = payload === undefined ? [] : flatten(payload);
    for (const [index, core] of flat.entries()) joined[index] = join(joined[index] ?? core, core);
  }
  return ['i32', ...joined];
}

function join(a: CoreType, b: CoreType): CoreType {
  if (a === b) return a;
  const bits = new Set([a, b]);
  return bits.has('i64') || bits.has('f64') ? 'i64' : 'i32';
}

/** The size and alignment of a type in memory. */
export function spaceOf(type: ValType): Space {
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
      return { size: 8, alignment: 4 };
    case 'list': {
      if (type.length === undefined) return { size: 8, alignment: 4 };
      const { size, alignment } = spaceOf(type.element);
      return { size: size * type.length, alignment };
    }
    case 'record':
      return fields(type.fields.map((field) => field.type));
    case 'tuple':
      return fields(type.types);
    case 'flags':
      return scalar(type.names.length <= 8 ? 1 : type.names.length <= 16 ? 2 : 4);
    case 'enum':
      return cases(type.names.map(() => undefined));
    case 'variant':
      return cases(type.cases.map((one) => one.type));
    case 'option':
      return cases([undefined, type.some]);
    case 'result':
      return cases([type.ok, type.err]);
    default:
      return scalar(4);
  }
}

function scalar(size: number): Space {
  return { size, alignment: size };
}

/** The space of fields one after another. */
export function fields(types: readonly ValType[]): FieldsSpace {
  const offsets: number[] = [];
  let size = 0;
  let alignment = 1;
  for (const space of types.map(spaceOf)) {
    offsets.push(aligned(size, space.alignment));
    size = aligned(size, space.alignment) + space.size;
    alignment = Math.max(alignment, space.alignment);
  }
  return { offsets, size: aligned(size, alignment), alignment };
}

/** The space of a discriminant, with the payload of one of the cases behind it. */
export function cases(payloads: readonly (ValType | undefined)[]): CasesSpace {
  const discriminant = payloads.length <= 0x100 ? 1 : payloads.length <= 0x1_0000 ? 2 : 4;
  const spaces = payloads.flatMap((payload) => (payload === undefined ? [] : [spaceOf(payload)]));
  const payloadAlignment = Math.max(1, ...spaces.map((space) => space.alignment));
  const alignment = Math.max(discriminant, payloadAlignment);
  const payload = aligned(discriminant, payloadAlignment);
  const size = aligned(payload + Math.max(0, ...spaces.map((space) => space.size)), alignment);
  return { discriminant, payload, size, alignment };
}

function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
