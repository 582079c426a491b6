import {
  aliasCore,
  aliasExport,
  aliases,
  argument,
  canons,
  component,
  componentSection,
  coreInstances,
  coreModuleSection,
  each,
  exportOf,
  exports,
  func,
  funcOf,
  importOf,
  imports,
  instances,
  instantiate,
  name,
  types,
  u32,
  uint32,
  vec,
  type Part,
} from '../harness/component-binary.js';
import { stringEncodings, type EchoFunction, type EchoWorld, type StringEncoding } from './echo-world.js';
import { guestMemory } from './guest-memory.js';
import { passingModule } from './passing-module.js';
import { TypeSpace } from './type-space.js';

/** What the function is called that tells how many pieces of its memory a guest has in use. */
export const liveName = (guest: number): string => `live${guest}`;

/** A component that imports the functions of a world, and exports them as what it passes on to them. */
export function echoComponent({ functions, encodings }: EchoWorld): Uint8Array<ArrayBuffer> {
  const [first = 'utf8', ...others] = encodings;
  return others.length === 0 ? echoGuest(functions, first) : echoChain(functions, [first, ...others]);
}

/** One guest. */
function echoGuest(functions: readonly EchoFunction[], encoding: StringEncoding): Uint8Array<ArrayBuffer> {
  const space = new TypeSpace(functions);
  const [memory, host, passing] = [0, 1, 2];
  const [realloc, live] = [0, 2];
  const drop = 3;
  const lowered = (index: number): number => drop + 1 + index;
  const lifted = (index: number): number => lowered(functions.length) + 2 * index;
  const options: Part = [stringEncodings.indexOf(encoding), 3, u32(0), 4, u32(realloc)];
  return component(
    space.sections,
    types([func([], uint32)]),
    importedFunctions(functions, space),
    coreModuleSection(guestMemory),
    coreModuleSection(passingModule(functions, encoding)),
    coreInstances([instantiate(0)]),
    aliases([
      aliasCore('memory', memory, 'memory'),
      ...['realloc', 'release', 'live'].map((label) => aliasCore('func', memory, label)),
    ]),
    canons([
      [3, u32(space.resource)],
      ...each(functions.length, (index) => [1, 0, u32(index), u32(3), options]),
    ]),
    coreInstances([
      coreExports([['drop', drop], ...functions.map((_, index) => [`f${index}`, lowered(index)] as const)]),
      instantiate(1, [coreArgument('memory', memory), coreArgument('host', host)]),
    ]),
    aliases(
      functions.flatMap((_, index) => [
        aliasCore('func', passing, `f${index}`),
        aliasCore('func', passing, `post-f${index}`),
      ]),
    ),
    canons([
      ...functions.map((_, index) => [
        [0, 0, u32(lifted(index)), u32(4), options, 5, u32(lifted(index) + 1)],
        u32(space.functions[index] ?? 0),
      ]),
      [0, 0, u32(live), 0, u32(space.size)],
    ]),
    exports([
      ...functions.map((one, index) => exportOf(one.name, 'func', functions.length + index)),
      exportOf(liveName(0), 'func', 2 * functions.length),
    ]),
  );
}

/** Guests that each call the next, and the last of them the host; each is a component inside of this one. */
function echoChain(
  functions: readonly EchoFunction[],
  encodings: readonly StringEncoding[],
): Uint8Array<ArrayBuffer> {
  const space = new TypeSpace(functions);
  const guests = encodings.length;
  const given = space.named.map((type) => argument(type.name, 'type', type.index));
  // The last guest is instantiated first. Its functions stand behind those that are imported, and so on.
  const stage = (order: number): Part => {
    const callees = functions.map((one, index) =>
      argument(one.name, 'func', order * functions.length + index),
    );
    return [
      instances([instantiate(guests - 1 - order, [...given, ...callees])]),
      aliases(functions.map((one) => aliasExport('func', order, one.name))),
    ];
  };
  const last = guests * functions.length;
  return component(
    space.sections,
    importedFunctions(functions, space),
    encodings.map((encoding) => componentSection(echoGuest(functions, encoding))),
    each(guests, stage),
    aliases(each(guests, (guest) => aliasExport('func', guests - 1 - guest, liveName(0)))),
    exports([
      ...functions.map((one, index) => exportOf(one.name, 'func', last + index)),
      ...each(guests, (guest) => exportOf(liveName(guest), 'func', last + functions.length + guest)),
    ]),
  );
}

function importedFunctions(functions: readonly EchoFunction[], space: TypeSpace): Part {
  return imports(functions.map((one, index) => importOf(one.name, funcOf(space.functions[index] ?? 0))));
}

/** A core instance made of core functions. */
function coreExports(functions: readonly (readonly [string, number])[]): Part {
  return [1, vec(functions.map(([label, index]) => [name(label), 0, u32(index)]))];
}

function coreArgument(label: string, instance: number): Part {
  return [name(label), 0x12, u32(instance)];
}
