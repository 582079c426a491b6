import type { ValType } from '@wit-bindgen-ts/runtime';
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
import {
  body,
  call,
  constant,
  globalGet,
  globalSet,
  i32,
  load,
  localGet,
  localSet,
  store,
  trapIf,
} from './core-code.js';
import { coreShape, fields, flatten, type CoreShape, type CoreType } from './core-shape.js';
import { typesInOrder, type EchoFunction, type StringEncoding } from './echo-world.js';
import type { MemoryWalk } from './memory-walk.js';
import { droppedBorrows, movedValues } from './moved-values.js';

const coreTypes: Readonly<Record<CoreType, number>> = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c };

/** The functions that stand before those that are passed on, and their types. */
const ownFunctions = [
  ['memory', 'realloc'],
  ['memory', 'release'],
  ['memory', 'move'],
  ['host', 'drop'],
] as const;
const ownTypes: readonly Part[] = [
  functionType(['i32', 'i32', 'i32', 'i32'], 'i32'),
  functionType([], undefined),
  functionType(['i32', 'i32', 'i32'], undefined),
  // Of what goes through the values in memory, too.
  functionType(['i32'], undefined),
];
const [realloc, release, move, drop] = [0, 1, 2, 3];

/** How a global begins, and how two values of its type are found to differ; floats are not looked at. */
const zeros: Readonly<Record<CoreType, Part>> = {
  i32: [0x41, 0],
  i64: [0x42, 0],
  f32: [0x43, 0, 0, 0, 0],
  f64: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
};
const notEqual: Readonly<Partial<Record<CoreType, number>>> = { i32: 0x47, i64: 0x52 };

/**
 * The core module of an echo guest that passes functions on. It imports them as `host`, and exports `f0`, `f1` … that
 * call them with the very core values that they are called with, but that what is in memory is moved elsewhere first:
 * what the parameters point to, and then what the result does. It exports `post-f0`, `post-f1` … too, which trap unless
 * they get what their function returned, and then release everything. What is borrowed is dropped after the call.
 */
export function passingModule(
  functions: readonly EchoFunction[],
  encoding: StringEncoding,
): Uint8Array<ArrayBuffer> {
  const shapes = functions.map(coreShape);
  const types = typesInOrder(functions);
  const lowered = (index: number): number => ownFunctions.length + index;
  const lifted = (index: number): number => lowered(functions.length) + 2 * index;
  const moved = movedValues(types, lifted(functions.length), encoding, move);
  const dropped = droppedBorrows(types, lifted(functions.length) + moved.bodies.length, drop);
  const walks = [...moved.bodies, ...dropped.bodies];
  const bodies = functions.flatMap((func, index) => {
    const shape = coreShape(func);
    const passing = [
      visitParams(func, shape, moved),
      passOn(func, shape, lowered(index), index, moved),
      visitParams(func, shape, dropped),
      dropParams(func, shape),
      shape.result === undefined ? [] : globalGet(index),
    ];
    return [body(0, passing), body(0, post(shape, index))];
  });
  return flat([
    modulePreamble,
    section(1, vec([...ownTypes, ...shapes.flatMap(functionTypes)])),
    section(
      2,
      vec([
        [name('memory'), name('memory'), 2, 0, 1],
        ...ownFunctions.map(([module, label], type) => importOf(module, label, type)),
        ...each(functions.length, (index) => importOf('host', `f${index}`, typesBefore(index))),
      ]),
    ),
    section(
      3,
      vec([
        ...each(2 * functions.length, (i) => u32(typesBefore(i >> 1) + 1 + (i & 1))),
        ...walks.map(() => ownTypes.length - 1),
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
    section(10, vec([...bodies, ...walks])),
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
  return ownTypes.length + 3 * index;
}

function functionType(params: readonly CoreType[], result: CoreType | undefined): Part {
  const results = result === undefined ? [] : [coreTypes[result]];
  return [0x60, vec(params.map((param) => coreTypes[param])), vec(results)];
}

function importOf(module: string, field: string, type: number): Part {
  return [name(module), name(field), 0, u32(type)];
}

/** Goes through what is in memory of the parameters: through all of them, or the lists and strings themselves. */
function visitParams({ params }: EchoFunction, { areSpilled }: CoreShape, walk: MemoryWalk): Part {
  if (areSpilled) {
    const { offsets } = fields(params.map((param) => param.type));
    return params.map(({ type }, index) =>
      walk.visit(type, [localGet(0), constant(offsets[index] ?? 0), i32.add]),
    );
  }
  return flatParams(params).map(({ type, local }) => {
    const isList = type.kind === 'list' && type.length === undefined;
    if (!isList && type.kind !== 'string' && type.kind !== 'map') return [];
    // The pointer and the length are put at the beginning of memory, where nothing else is.
    return [
      [constant(0), localGet(local), store(0), constant(0), localGet(local + 1), store(4)],
      walk.visit(type, constant(0)),
      [constant(0), load(), localSet(local)],
    ];
  });
}

/** Drops what is borrowed as a parameter of its own. */
function dropParams({ params }: EchoFunction, { areSpilled }: CoreShape): Part {
  if (areSpilled) return [];
  return flatParams(params).map(({ type, local }) =>
    type.kind === 'borrow' ? [localGet(local), call(drop)] : [],
  );
}

/** The parameters, each with the first of its core values. */
function flatParams(params: EchoFunction['params']): { type: ValType; local: number }[] {
  let next = 0;
  return params.map(({ type }) => {
    const local = next;
    next += flatten(type).length;
    return { type, local };
  });
}

/** Keeps what is returned in a global. */
function passOn(
  { result: type }: EchoFunction,
  { params, result, space }: CoreShape,
  callee: number,
  global: number,
  moved: MemoryWalk,
): Part {
  const args = params.map((_, index) => localGet(index));
  if (space === undefined || type === undefined) {
    return [args, call(callee), result === undefined ? [] : globalSet(global)];
  }
  const allocated = [
    constant(0),
    constant(0),
    constant(space.alignment),
    constant(space.size),
    call(realloc),
  ];
  return [
    [allocated, globalSet(global)],
    [args, globalGet(global), call(callee)],
    moved.visit(type, globalGet(global)),
  ];
}

function post({ result }: CoreShape, global: number): Part {
  const differs = result === undefined ? undefined : notEqual[result];
  return [differs === undefined ? [] : [localGet(0), globalGet(global), differs, trapIf], call(release)];
}
