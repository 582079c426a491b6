import {
  aliases,
  aliasOuter,
  argument,
  component,
  componentOf,
  componentPreamble,
  componentSection,
  componentType,
  coreTypes,
  declareAlias,
  declareExport,
  declareImport,
  each,
  exportOf,
  exports,
  flat,
  func,
  funcOf,
  imports,
  importOf,
  inlineExport,
  instanceOf,
  instanceOfExports,
  instances,
  instanceType,
  instantiate,
  list,
  option,
  record,
  result,
  section,
  tuple,
  typeIndex,
  types,
  u32,
  u8,
  uint32,
  variant,
} from '../../../harness/component-binary.js';
import type { Part } from '../../../harness/component-binary.js';
import { input } from './input.js';

const deep = 10_000;

/** Each has the next one in it. */
export const nested = [
  input('components', deep, nestedComponents),
  input('component types', deep, (n) => openedTypes(n, [0x41, 1, 1], [0x41, 0])),
  input('instance types', deep, (n) => openedTypes(n, [0x42, 1, 1], [0x42, 0])),
  input('component types and instance types', deep, (n) =>
    openedTypes(n, [0x41, 1, 1, 0x42, 1, 1], [0x42, 0]),
  ),
  input('core module types', deep, (n) => component(section(3, [1, each(n, () => [0x50, 1, 1]), 0x50, 0]))),
  input('core subtypes', deep, (n) =>
    component(coreTypes(each(n, (i) => [0, 0x50, i === 0 ? 0 : [1, u32(i - 1)], 0x60, 0, 0]))),
  ),
  ...valueTypes().map(([name, type]) =>
    input(`${name}, by index`, deep, (n) =>
      component(types(each(n, (i) => (i === 0 ? tuple([u8]) : type(typeIndex(i - 1)))))),
    ),
  ),
  input('functions, which are no value types', deep, (n) =>
    component(types(each(n, (i) => func(i === 0 ? [] : [['a', typeIndex(i - 1)]])))),
  ),
  input('instance types, by outer aliases', deep, (n) =>
    component(
      types(
        each(n, (i) =>
          i === 0
            ? instanceType([])
            : instanceType([declareAlias(aliasOuter('type', 1, i - 1)), declareExport('a', instanceOf(0))]),
        ),
      ),
    ),
  ),
  input('component types, by outer aliases', deep, (n) =>
    component(
      types(
        each(n, (i) =>
          i === 0
            ? componentType([])
            : componentType([declareAlias(aliasOuter('type', 1, i - 1)), declareImport('a', componentOf(0))]),
        ),
      ),
    ),
  ),
  input('instances made of exports', deep, (n) =>
    component(
      instances(each(n, (i) => instanceOfExports(i === 0 ? [] : [inlineExport('a', 'instance', i - 1)]))),
    ),
  ),
  input('components that instantiate the one before', deep, (n) =>
    component(
      each(n, (i) =>
        componentSection(
          i === 0
            ? component()
            : component(aliases([aliasOuter('component', 1, i - 1)]), instances([instantiate(0)])),
        ),
      ),
      instances([instantiate(n - 1)]),
    ),
  ),
  input('components that are given the one before', deep, (n) =>
    component(
      componentSection(component(types([componentType([])]), imports([importOf('a', componentOf(0))]))),
      each(n, (i) => instances([instantiate(0, [argument('a', 'component', i === 0 ? 0 : 0)])])),
    ),
  ),
  input('aliases of outer aliases', deep, (n) =>
    component(types([tuple([u8])]), aliases(each(n, (i) => aliasOuter('type', 0, i)))),
  ),
  input('exports of exports', deep, (n) =>
    component(
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      exports(each(n, (i) => exportOf(`f${i}`, 'func', i))),
    ),
  ),
  input('outer aliases that lead out too far', deep, (n) => component(aliases([aliasOuter('type', n, 0)]))),
];

function valueTypes(): [name: string, type: (inner: Part) => Part][] {
  return [
    ['lists', list],
    ['options', option],
    ['tuples', (inner) => tuple([inner])],
    ['records', (inner) => record([['a', inner]])],
    ['variants', (inner) => variant([['a', inner]])],
    ['results', (inner) => result(uint32, inner)],
    ['streams', (inner) => [0x66, 1, inner]],
    ['lists of a length', (inner) => [0x67, inner, 1]],
    ['maps', (inner) => [0x63, uint32, inner]],
  ];
}

/** One type section with so many types open in each other; the innermost is empty. */
function openedTypes(count: number, opening: Part, innermost: Part): Uint8Array<ArrayBuffer> {
  return component(section(7, [1, each(count, () => opening), innermost]));
}

/** From the innermost to the outermost, each knows how large it is; written are they the other way. */
function nestedComponents(count: number): Uint8Array<ArrayBuffer> {
  const heads: Part[] = [];
  let size = componentPreamble.length;
  for (let depth = 0; depth < count; depth++) {
    const head = [componentPreamble, 4, u32(size)];
    heads.push(head);
    size += flat(head).length;
  }
  return flat([heads.toReversed(), componentPreamble]);
}
