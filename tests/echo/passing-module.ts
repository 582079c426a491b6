import {
  each,
  flat,
  modulePreamble,
  name,
  section,
  typeIndex,
  u32,
  vec,
  type Part,
} from '../harness/component-binary.js';
import type { CoreShape, CoreType } from './core-shape.js';

const coreTypes: Readonly<Record<CoreType, number>> = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c };

/** How many functions of the guest's memory stand before the functions that are imported. */
const memoryFunctions = 2;
const realloc = 0;
const release = 1;

/** How a global begins, and how two values of its type are found to differ; floats are not looked at. */
const zeros: Readonly<Record<CoreType, Part>> = {
  i32: [0x41, 0],
  i64: [0x42, 0],
  f32: [0x43, 0, 0, 0, 0],
  f64: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
};
const notEqual: Readonly<Partial<Record<CoreType, number>>> = { i32: 0x47, i64: 0x52 };

const localGet = (index: number): Part => [0x20, u32(index)];
const call = (index: number): Part => [0x10, u32(index)];

/**
 * The core module of an echo guest that passes functions on. It imports them as `host`, and exports `f0`, `f1` … that
 * call them with the very core values that they are called with, and `post-f0`, `post-f1` …, which trap unless they get
 * what their function returned, and then release everything.
 */
export function passingModule(shapes: readonly CoreShape[]): Uint8Array<ArrayBuffer> {
  const lowered = (index: number): number => memoryFunctions + index;
  const lifted = (index: number): number => memoryFunctions + shapes.length + 2 * index;
  return flat([
    modulePreamble,
    section(1, vec([...memoryTypes, ...shapes.flatMap(functionTypes)])),
    section(
      2,
      vec([
        importOf('memory', 'realloc', 0),
        importOf('memory', 'release', 1),
        ...each(shapes.length, (index) => importOf('host', `f${index}`, typesBefore(index))),
      ]),
    ),
    section(3, vec(each(2 * shapes.length, (i) => u32(typesBefore(i >> 1) + 1 + (i & 1))))),
    section(6, vec(shapes.map(({ result = 'i32' }) => [coreTypes[result], 1, zeros[result], 0x0b]))),
    section(
      7,
      vec(
        shapes.flatMap((_, index) => [
          [name(`f${index}`), 0, u32(lifted(index))],
          [name(`post-f${index}`), 0, u32(lifted(index) + 1)],
        ]),
      ),
    ),
    section(
      10,
      vec(
        shapes.flatMap((shape, index) => [
          body(passOn(shape, lowered(index), index)),
          body(post(shape, index)),
        ]),
      ),
    ),
  ]);
}

const memoryTypes: readonly Part[] = [
  functionType(['i32', 'i32', 'i32', 'i32'], 'i32'),
  functionType([], undefined),
];

/** Of the import, of the export and of its post-return. */
function functionTypes({ params, result, space }: CoreShape): Part[] {
  return [
    space === undefined ? functionType(params, result) : functionType([...params, 'i32'], undefined),
    functionType(params, result),
    functionType(result === undefined ? [] : [result], undefined),
  ];
}

function typesBefore(index: number): number {
  return memoryTypes.length + 3 * index;
}

function functionType(params: readonly CoreType[], result: CoreType | undefined): Part {
  const results = result === undefined ? [] : [coreTypes[result]];
  return [0x60, vec(params.map((param) => coreTypes[param])), vec(results)];
}

function importOf(module: string, field: string, type: number): Part {
  return [name(module), name(field), 0, u32(type)];
}

/** A function without locals of its own. */
function body(code: Part): Part {
  const bytes = flat([0, code, 0x0b]);
  return [u32(bytes.length), bytes];
}

/** Keeps what it returns in its global. */
function passOn({ params, result, space }: CoreShape, callee: number, global: number): Part {
  const keep: Part = [0x24, u32(global)];
  const kept: Part = [0x23, u32(global)];
  const args = params.map((_, index) => localGet(index));
  if (space !== undefined) {
    const allocated = [
      constant(0),
      constant(0),
      constant(space.alignment),
      constant(space.size),
      call(realloc),
    ];
    return [allocated, keep, args, kept, call(callee), kept];
  }
  return [args, call(callee), result === undefined ? [] : [keep, kept]];
}

function post({ result }: CoreShape, global: number): Part {
  const differs = result === undefined ? undefined : notEqual[result];
  const check: Part =
    differs === undefined ? [] : [localGet(0), 0x23, u32(global), differs, 0x04, 0x40, 0x00, 0x0b];
  return [check, call(release)];
}

/** `i32.const`, of a number that is not negative. */
function constant(value: number): Part {
  return [0x41, typeIndex(value)];
}
