import {
  each,
  flat,
  modulePreamble,
  name,
  section,
  u32,
  vec,
  type Part,
} from '../harness/component-binary.js';
import { coreShape, fields, flatten, type CoreShape, type CoreType } from './core-shape.js';
import { typesInOrder, type EchoFunction, type StringEncoding } from './echo-world.js';
import { constant, MovedValues } from './moved-values.js';

const coreTypes: Readonly<Record<CoreType, number>> = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c };

/** The functions of the guest's memory, which stand before those that are imported from the host, and their types. */
const memoryFunctions = ['realloc', 'release', 'move'] as const;
const memoryTypes: readonly Part[] = [
  functionType(['i32', 'i32', 'i32', 'i32'], 'i32'),
  functionType([], undefined),
  functionType(['i32', 'i32', 'i32'], undefined),
  // Of the functions of `MovedValues`.
  functionType(['i32'], undefined),
];
const [realloc, release, move] = [0, 1, 2];

/** How a global begins, and how two values of its type are found to differ; floats are not looked at. */
const zeros: Readonly<Record<CoreType, Part>> = {
  i32: [0x41, 0],
  i64: [0x42, 0],
  f32: [0x43, 0, 0, 0, 0],
  f64: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
};
const notEqual: Readonly<Partial<Record<CoreType, number>>> = { i32: 0x47, i64: 0x52 };

const localGet = (index: number): Part => [0x20, u32(index)];
const localSet = (index: number): Part => [0x21, u32(index)];
const call = (index: number): Part => [0x10, u32(index)];

/**
 * The core module of an echo guest that passes functions on. It imports them as `host`, and exports `f0`, `f1` … that
 * call them with the very core values that they are called with, but that what is in memory is moved elsewhere first:
 * what the parameters point to, and then what the result does. It exports `post-f0`, `post-f1` … too, which trap unless
 * they get what their function returned, and then release everything.
 */
export function passingModule(
  functions: readonly EchoFunction[],
  encoding: StringEncoding,
): Uint8Array<ArrayBuffer> {
  const shapes = functions.map(coreShape);
  const lowered = (index: number): number => memoryFunctions.length + index;
  const lifted = (index: number): number => lowered(functions.length) + 2 * index;
  const moved = new MovedValues(typesInOrder(functions), encoding, move, lifted(functions.length));
  const bodies = functions.flatMap((func, index) => {
    const shape = coreShape(func);
    return [
      body([owning(func, shape, moved), passOn(func, shape, lowered(index), index, moved)]),
      body(post(shape, index)),
    ];
  });
  return flat([
    modulePreamble,
    section(1, vec([...memoryTypes, ...shapes.flatMap(functionTypes)])),
    section(
      2,
      vec([
        [name('memory'), name('memory'), 2, 0, 1],
        ...memoryFunctions.map((label, type) => importOf('memory', label, type)),
        ...each(functions.length, (index) => importOf('host', `f${index}`, typesBefore(index))),
      ]),
    ),
    section(
      3,
      vec([
        ...each(2 * functions.length, (i) => u32(typesBefore(i >> 1) + 1 + (i & 1))),
        ...moved.bodies.map(() => memoryTypes.length - 1),
      ]),
    ),
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
    section(10, vec([...bodies, ...moved.bodies])),
  ]);
}

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

/** Makes what the parameters point to the guest's own: all that is in memory, or the strings and lists themselves. */
function owning({ params }: EchoFunction, { areSpilled }: CoreShape, moved: MovedValues): Part {
  if (areSpilled) {
    const { offsets } = fields(params.map((param) => param.type));
    return params.map(({ type }, index) =>
      moved.own(type, [localGet(0), constant(offsets[index] ?? 0), 0x6a]),
    );
  }
  let local = 0;
  return params.map(({ type }) => {
    const pointer = local;
    local += flatten(type).length;
    const isRange =
      ['string', 'map'].includes(type.kind) || (type.kind === 'list' && type.length === undefined);
    return isRange ? ownRange(pointer, (address) => moved.own(type, address)) : [];
  });
}

/** A pointer and a length in locals: they are put at the beginning of memory, where nothing else is. */
function ownRange(pointer: number, own: (address: Part) => Part): Part {
  const store = (offset: number, local: number): Part => [constant(0), localGet(local), 0x36, 2, offset];
  return [
    [store(0, pointer), store(4, pointer + 1), own(constant(0))],
    [constant(0), 0x28, 2, 0, localSet(pointer)],
  ];
}

/** Keeps what it returns in its global. */
function passOn(
  { result: type }: EchoFunction,
  { params, result, space }: CoreShape,
  callee: number,
  global: number,
  moved: MovedValues,
): Part {
  const keep: Part = [0x24, u32(global)];
  const kept: Part = [0x23, u32(global)];
  const args = params.map((_, index) => localGet(index));
  if (space === undefined) return [args, call(callee), result === undefined ? [] : [keep, kept]];
  const allocated = [
    constant(0),
    constant(0),
    constant(space.alignment),
    constant(space.size),
    call(realloc),
  ];
  const owned = type === undefined ? [] : moved.own(type, kept);
  return [allocated, keep, args, kept, call(callee), owned, kept];
}

function post({ result }: CoreShape, global: number): Part {
  const differs = result === undefined ? undefined : notEqual[result];
  const check: Part =
    differs === undefined ? [] : [localGet(0), 0x23, u32(global), differs, 0x04, 0x40, 0x00, 0x0b];
  return [check, call(release)];
}
