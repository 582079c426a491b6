import {
  aliases,
  canons,
  component,
  componentPreamble,
  each,
  exportOf,
  exports,
  flat,
  func,
  funcOf,
  imports,
  importOf,
  lift,
  list,
  lower,
  name,
  own,
  section,
  sortIndex,
  string,
  types,
  u32,
  u8,
} from '../../../harness/component-binary.js';
import type { Part } from '../../../harness/component-binary.js';
import { input } from './input.js';

const most = 2 ** 32 - 1;
const many = u32(most);

/** Real bytes that follow a count that is a lie. */
const real = 12_500;

/** Vectors, by the section they stand in and what stands before their count, with an element of each. */
const vectors: readonly (readonly [name: string, section: number, before: Part, element: Part])[] = [
  ['core instances', 2, [], [1, 0]],
  ['arguments of a core module', 2, [1, 0, 0], [name('a'), 0x12, 0]],
  ['exports of a core instance', 2, [1, 1], [name('a'), 0, 0]],
  ['core types', 3, [], [0x60, 0, 0]],
  ['core parameters', 3, [1, 0x60], 0x7f],
  ['core results', 3, [1, 0x60, 0], 0x7f],
  ['core fields', 3, [1, 0x5f], [0x7f, 0]],
  ['types of a recursive group', 3, [1, 0x4e], [0x60, 0, 0]],
  ['core supertypes', 3, [1, 0, 0x50], 0],
  ['declarations of a core module', 3, [1, 0x50], [1, 0x60, 0, 0]],
  ['instances', 5, [], [1, 0]],
  ['arguments of a component', 5, [1, 0, 0], [name('a'), sortIndex('func', 0)]],
  ['exports of an instance', 5, [1, 1], [0, name('a'), sortIndex('func', 0)]],
  ['aliases', 6, [], [3, 2, 0, 0]],
  ['types', 7, [], [0x70, u8]],
  ['fields', 7, [1, 0x72], [name('a'), u8]],
  ['cases', 7, [1, 0x71], [name('a'), 0, 0]],
  ['elements of a tuple', 7, [1, 0x6f], u8],
  ['flags', 7, [1, 0x6e], name('a')],
  ['cases of an enum', 7, [1, 0x6d], name('a')],
  ['parameters', 7, [1, 0x40], [name('a'), u8]],
  ['declarations of a component type', 7, [1, 0x41], [1, 0x70, u8]],
  ['declarations of an instance type', 7, [1, 0x42], [1, 0x70, u8]],
  ['canonical definitions', 8, [], [2, 0]],
  ['canonical options', 8, [1, 1, 0, 0], 0],
  ['imports', 10, [], [0, name('a'), 3, 1]],
  ['attributes of an import', 10, [1, 2, name('a')], [0, name('a')]],
  ['exports', 11, [], [0, name('a'), sortIndex('func', 0), 0]],
];

/** Indices where there is nothing. */
const indices: readonly (readonly [name: string, sections: Part])[] = [
  ['an element', types([list(many)])],
  ['a resource', types([own(most)])],
  ['the instance of an alias', aliases([[3, 0, many, name('a')]])],
  ['the core instance of an alias', aliases([[0, 0, 1, many, name('a')]])],
  ['the scope of an outer alias', aliases([[3, 2, many, 0]])],
  ['an outer alias', aliases([[3, 2, 0, many]])],
  ['a component', section(5, [1, 0, many, 0])],
  ['a core module', section(2, [1, 0, many, 0])],
  ['a core function', canons([lift(most, 0)])],
  ['a function that is lowered', canons([lower(most)])],
  ['the resource of a built-in', canons([[2, many]])],
  ['what is exported', exports([exportOf('a', 'func', most)])],
  ['the type of an import', imports([importOf('a', funcOf(most))])],
  ['the slot of a context', canons([[0x0a, 0x7f, many]])],
  ['the memory of a wait', canons([[0x20, 0, many]])],
];

/** Numbers as large as they can be written. */
export const counts = [
  ...vectors.flatMap(([what, id, before, element]) => [
    input(`${what}: ${most}`, 1, () => component(section(id, [before, many, element]))),
    input(`${what}: as many as there are bytes`, real, (n) => {
      const elements = flat(each(Math.ceil(n / flat(element).length), () => element));
      return component(section(id, [before, u32(elements.length), elements]));
    }),
  ]),
  ...indices.map(([what, part]) => input(`the index of ${what}: ${most}`, 1, () => component(part))),
  input('the size of a section', real, (n) => flat([componentPreamble, 7, many, new Uint8Array(n)])),
  input('the length of a name', real, (n) => component(section(10, [1, 0, many, new Uint8Array(n)]))),
  input('the length of a label', real, (n) => component(section(7, [1, 0x6e, 1, many, new Uint8Array(n)]))),
  input('the length of a list', 1, () => component(types([[0x67, u8, many]]))),
  input('the length of a list of lists', 2, (n) =>
    component(types([[0x67, u8, u32(2 ** 20)], ...each(n, (i) => [0x67, i, u32(2 ** 20)])])),
  ),
  input('flags', real, (n) => component(types([[0x6e, u32(n), each(n, (i) => name(`f${i}`))]]))),
  input('parameters', real, (n) =>
    component(
      types([func(Array.from({ length: n }, (_, i) => [`p${i}`, string] as const))]),
      imports([importOf('f', funcOf(0))]),
      canons([lower(0)]),
    ),
  ),
];
