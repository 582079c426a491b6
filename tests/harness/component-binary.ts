/**
 * Writes component binaries piece by piece, valid or not: what component text cannot say, and what is so large that its
 * text would take longer to encode than the component takes to compile.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */

/** Bytes, in any nesting. */
export type Part = number | Uint8Array | readonly Part[];

/** All bytes of a part in one array. */
export function flat(part: Part): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(part));
  fill(bytes, 0, part);
  return bytes;
}

function lengthOf(part: Part): number {
  if (typeof part === 'number') return 1;
  if (isBytes(part)) return part.length;
  let length = 0;
  for (const inner of part) length += lengthOf(inner);
  return length;
}

function fill(bytes: Uint8Array, at: number, part: Part): number {
  if (typeof part === 'number') {
    bytes[at] = part;
    return at + 1;
  }
  if (isBytes(part)) {
    bytes.set(part, at);
    return at + part.length;
  }
  let end = at;
  for (const inner of part) end = fill(bytes, end, inner);
  return end;
}

/** Tests run in a realm of their own, and encode text in another. */
function isBytes(part: Exclude<Part, number>): part is Uint8Array {
  return ArrayBuffer.isView(part);
}

/** Calls `part` with each number below the count. */
export function each(count: number, part: (index: number) => Part): Part[] {
  return Array.from({ length: count }, (_, index) => part(index));
}

/** An unsigned LEB128. */
export function u32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

/** A signed LEB128 that is not negative: a type index where an opcode could stand too. */
export function typeIndex(index: number): number[] {
  const bytes: number[] = [];
  let rest = index;
  for (; rest >= 0x40; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

export function vec(items: readonly Part[]): Part {
  return [u32(items.length), items];
}

const utf8 = new TextEncoder();

export function name(text: string): Part {
  const bytes = utf8.encode(text);
  return [u32(bytes.length), bytes];
}

/** A section with its size. */
export function section(id: number, body: Part): Uint8Array<ArrayBuffer> {
  const bytes = flat(body);
  return flat([id, u32(bytes.length), bytes]);
}

export const componentPreamble = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);
export const modulePreamble = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

export function component(...sections: readonly Part[]): Uint8Array<ArrayBuffer> {
  return flat([componentPreamble, sections]);
}

/** A core module with functions `f0`, `f1` … that do nothing. */
export function coreModule(functions: number): Uint8Array<ArrayBuffer> {
  const named = each(functions, (index) => [name(`f${index}`), 0, u32(index)]);
  return flat([
    modulePreamble,
    section(1, vec([[0x60, 0, 0]])),
    section(3, vec(each(functions, () => 0))),
    section(7, vec(named)),
    section(10, vec(each(functions, () => [2, 0, 0x0b]))),
  ]);
}

// The sections of a component, by what is in them.

export const customSection = (label: string, body: Part) => section(0, [name(label), body]);
export const coreModuleSection = (bytes: Part) => section(1, bytes);
export const coreInstances = (items: readonly Part[]) => section(2, vec(items));
export const coreTypes = (items: readonly Part[]) => section(3, vec(items));
export const componentSection = (bytes: Part) => section(4, bytes);
export const instances = (items: readonly Part[]) => section(5, vec(items));
export const aliases = (items: readonly Part[]) => section(6, vec(items));
export const types = (items: readonly Part[]) => section(7, vec(items));
export const canons = (items: readonly Part[]) => section(8, vec(items));
export const imports = (items: readonly Part[]) => section(10, vec(items));
export const exports = (items: readonly Part[]) => section(11, vec(items));

// Types. A value type is a primitive's opcode or a type index.

export const bool = 0x7f;
export const u8 = 0x7d;
export const uint32 = 0x79;
export const string = 0x73;

const fieldOf = ([label, type]: readonly [string, Part]): Part => [name(label), type];

export const record = (fields: readonly (readonly [string, Part])[]): Part => [
  0x72,
  vec(fields.map(fieldOf)),
];
export const variant = (cases: readonly (readonly [string, Part])[]): Part => [
  0x71,
  vec(cases.map(([label, type]) => [name(label), 1, type, 0])),
];
export const list = (element: Part): Part => [0x70, element];
export const tuple = (elements: readonly Part[]): Part => [0x6f, vec(elements)];
export const flags = (labels: readonly string[]): Part => [0x6e, vec(labels.map(name))];
export const enumeration = (labels: readonly string[]): Part => [0x6d, vec(labels.map(name))];
export const option = (some: Part): Part => [0x6b, some];
export const result = (ok: Part, err: Part): Part => [0x6a, 1, ok, 1, err];
export const own = (resource: number): Part => [0x69, u32(resource)];
export const borrow = (resource: number): Part => [0x68, u32(resource)];
/** A resource whose representation is an `i32`. */
export const resource: Part = [0x3f, 0x7f, 0];
export const func = (params: readonly (readonly [string, Part])[], type?: Part): Part => [
  0x40,
  vec(params.map(fieldOf)),
  type === undefined ? [1, 0] : [0, type],
];
export const componentType = (declarations: readonly Part[]): Part => [0x41, vec(declarations)];
export const instanceType = (declarations: readonly Part[]): Part => [0x42, vec(declarations)];

// Declarations in component and instance types.

export const declareType = (type: Part): Part => [1, type];
export const declareAlias = (alias: Part): Part => [2, alias];
export const declareImport = (label: string, type: Part): Part => [3, importOf(label, type)];
export const declareExport = (label: string, type: Part): Part => [4, importOf(label, type)];

// Imports, exports and aliases.

export const coreModuleOf = (type: number): Part => [0, 0x11, u32(type)];
export const funcOf = (type: number): Part => [1, u32(type)];
export const typeEq = (type: number): Part => [3, 0, u32(type)];
export const subResource: Part = [3, 1];
export const componentOf = (type: number): Part => [4, u32(type)];
export const instanceOf = (type: number): Part => [5, u32(type)];

export const importOf = (label: string, type: Part): Part => [0, name(label), type];

const sorts = { func: 1, value: 2, type: 3, component: 4, instance: 5 } as const;
const coreSorts = { func: 0, table: 1, memory: 2, global: 3 } as const;

export type SortName = keyof typeof sorts;

export const sortIndex = (sort: SortName, index: number): Part => [sorts[sort], u32(index)];
/** As an argument of an instantiation, or an export of an instance made of exports. */
export const argument = (label: string, sort: SortName, index: number): Part => [
  name(label),
  sortIndex(sort, index),
];
export const inlineExport = (label: string, sort: SortName, index: number): Part => [
  0,
  argument(label, sort, index),
];
export const exportOf = (label: string, sort: SortName, index: number): Part => [
  inlineExport(label, sort, index),
  0,
];

export const aliasExport = (sort: SortName, instance: number, label: string): Part => [
  sorts[sort],
  0,
  u32(instance),
  name(label),
];
export const aliasCore = (sort: keyof typeof coreSorts, instance: number, label: string): Part => [
  0,
  coreSorts[sort],
  1,
  u32(instance),
  name(label),
];
export const aliasOuter = (sort: SortName, count: number, index: number): Part => [
  sorts[sort],
  2,
  u32(count),
  u32(index),
];

// Instances and canonical definitions.

export const instantiate = (index: number, args: readonly Part[] = []): Part => [0, u32(index), vec(args)];
export const instanceOfExports = (items: readonly Part[]): Part => [1, vec(items)];
export const lift = (core: number, type: number): Part => [0, 0, u32(core), 0, u32(type)];
export const lower = (index: number): Part => [1, 0, u32(index), 0];
