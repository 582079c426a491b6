import {
  aliases,
  aliasExport,
  aliasOuter,
  argument,
  borrow,
  component,
  componentOf,
  componentSection,
  componentType,
  declareAlias,
  declareExport,
  declareImport,
  declareType,
  each,
  exportOf,
  exports,
  func,
  funcOf,
  importOf,
  imports,
  inlineExport,
  instanceOf,
  instanceOfExports,
  instances,
  instanceType,
  instantiate,
  option,
  own,
  record,
  result,
  subResource,
  tuple,
  typeEq,
  typeIndex,
  types,
  u8,
  variant,
} from '../../../harness/component-binary.js';
import type { Part } from '../../../harness/component-binary.js';
import { input } from './input.js';

const deep = 1250;
/** As often as a type may double. */
const allowedDepth = 18;
const last = typeIndex(allowedDepth - 1);

/** Each has the one before it in it twice, so that as a tree it would be larger than anything. */
export const doubling = [
  ...valueTypes().map(([what, type]) =>
    input(what, deep, (n) =>
      component(types(each(n, (i) => (i === 0 ? tuple([u8, u8]) : type(typeIndex(i - 1)))))),
    ),
  ),
  input('tuples in the type of a function, over and over', deep, (n) =>
    component(
      types([...tuples(allowedDepth), ...each(n, () => func([['a', last]], last))]),
      imports(each(n, (i) => importOf(`f${i}`, funcOf(allowedDepth + i)))),
    ),
  ),
  input('instance types', deep, (n) => component(types(doubledInstances(n, [])))),
  input('instance types with a resource', deep, (n) =>
    component(types(doubledInstances(n, [declareExport('r', subResource)]))),
  ),
  input('instance types with a resource, imported as they grow', deep, (n) =>
    component(
      each(n, (i) => [
        types([i === 0 ? instanceType([declareExport('r', subResource)]) : doubledInstance(i)]),
        imports([importOf(`i${i}`, instanceOf(i))]),
      ]),
    ),
  ),
  input('component types', deep, (n) =>
    component(
      types(
        each(n, (i) =>
          i === 0
            ? componentType([])
            : componentType([
                declareAlias(aliasOuter('type', 1, i - 1)),
                declareImport('a', componentOf(0)),
                declareExport('b', componentOf(0)),
              ]),
        ),
      ),
    ),
  ),
  input('instances made of exports', deep, (n) =>
    component(
      instances(
        each(n, (i) =>
          instanceOfExports(i === 0 ? [] : ['a', 'b'].map((label) => inlineExport(label, 'instance', i - 1))),
        ),
      ),
    ),
  ),
  input('components that are instantiated twice', deep, (n) =>
    component(
      each(n, (i) =>
        componentSection(
          i === 0
            ? component()
            : component(
                aliases([aliasOuter('component', 1, i - 1)]),
                instances([instantiate(0), instantiate(0)]),
              ),
        ),
      ),
      instances([instantiate(n - 1)]),
    ),
  ),
  input('components that are instantiated twice and exported', deep, (n) =>
    component(
      each(n, (i) =>
        componentSection(
          i === 0
            ? component()
            : component(
                aliases([aliasOuter('component', 1, i - 1)]),
                instances([instantiate(0), instantiate(0)]),
                exports(['a', 'b'].map((label, j) => exportOf(label, 'instance', j))),
              ),
        ),
      ),
    ),
  ),
];

/** What has to be compared or copied over and over, and is large. */
export const repeated = [
  input('types of the same shape, compared', 250, (n) =>
    component(
      types([...tuples(allowedDepth), ...tuples(allowedDepth, allowedDepth)]),
      types([func([['a', typeIndex(allowedDepth - 1)]]), func([['a', typeIndex(2 * allowedDepth - 1)]])]),
      componentSection(
        component(
          types(tuples(allowedDepth)),
          types([func([['a', typeIndex(allowedDepth - 1)]])]),
          imports(each(n, (i) => importOf(`f${i}`, funcOf(allowedDepth)))),
        ),
      ),
      imports(each(n, (i) => importOf(`f${i}`, funcOf(2 * allowedDepth + (i % 2))))),
      instances([
        instantiate(
          0,
          each(n, (i) => argument(`f${i}`, 'func', i)),
        ),
      ]),
    ),
  ),
  input('instance types of the same shape, compared', 100, (n) =>
    component(
      types(doubledInstances(allowedDepth, [])),
      componentSection(
        component(
          types(doubledInstances(allowedDepth, [])),
          imports(each(n, (i) => importOf(`i${i}`, instanceOf(allowedDepth - 1)))),
        ),
      ),
      imports([importOf('a', instanceOf(allowedDepth - 1))]),
      instances([
        instantiate(
          0,
          each(n, (i) => argument(`i${i}`, 'instance', 0)),
        ),
      ]),
    ),
  ),
  input('a large instance type, imported as often as it is large', 2500, (n) =>
    component(types([large(n, [])]), importedInstances(n)),
  ),
  input('a large instance type with a resource, imported as often as it is large', 2500, (n) =>
    component(types([large(n, [declareExport('r', subResource)])]), importedInstances(n)),
  ),
  input('a large instance type that uses its resource everywhere, imported as often', 625, (n) =>
    component(types([largeWithHandles(n)]), importedInstances(n)),
  ),
  input('a small instance type with a resource', 2500, (n) =>
    component(types([largeWithHandles(2)]), importedInstances(n)),
  ),
  input('a large component, instantiated as often as it is large', 2500, (n) =>
    component(
      componentSection(
        component(
          types([func([])]),
          imports([importOf('f', funcOf(0))]),
          exports(each(n, (i) => exportOf(`g${i}`, 'func', 0))),
        ),
      ),
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      instances(each(Math.min(n, 900), () => instantiate(0, [argument('f', 'func', 0)]))),
    ),
  ),
  input('a large component type, imported and exported as often as it is large', 2500, (n) =>
    component(
      types([
        componentType([
          declareExport('r', subResource),
          declareType(func([])),
          ...each(n, (i) => declareExport(`f${i}`, funcOf(1))),
        ]),
      ]),
      imports(each(n, (i) => importOf(`c${i}`, componentOf(0)))),
      exports(each(n, (i) => exportOf(`d${i}`, 'component', i))),
    ),
  ),
  input('an instance with a resource, exported and aliased as often as it is large', 2500, (n) =>
    component(
      types([largeWithHandles(20)]),
      imports([importOf('i', instanceOf(0))]),
      exports(each(n, (i) => exportOf(`e${i}`, 'instance', 0))),
      aliases(each(n, (i) => aliasExport('type', i, 'r'))),
    ),
  ),
  input('a type that is aliased out of each of many components', 2500, (n) =>
    component(
      types(tuples(allowedDepth)),
      each(n, () => componentSection(component(aliases([aliasOuter('type', 1, allowedDepth - 1)])))),
    ),
  ),
  input('types that are equal to the one before, exported', 2500, (n) =>
    component(types([record([['a', u8]])]), exports(each(n, (i) => exportOf(`t${i}`, 'type', i)))),
  ),
  input('types in an instance type that are equal to the one before', 2500, (n) =>
    component(
      types([
        instanceType([declareExport('r', subResource), ...each(n, (i) => declareExport(`t${i}`, typeEq(i)))]),
      ]),
      importedInstances(1),
    ),
  ),
];

function valueTypes(): [name: string, type: (inner: Part) => Part][] {
  return [
    ['tuples', (inner) => tuple([inner, inner])],
    [
      'records',
      (inner) =>
        record([
          ['a', inner],
          ['b', inner],
        ]),
    ],
    [
      'variants',
      (inner) =>
        variant([
          ['a', inner],
          ['b', inner],
        ]),
    ],
    ['results', (inner) => result(inner, inner)],
    ['maps', (inner) => [0x63, inner, inner]],
  ];
}

/** Types from index `first` on, each but the first a tuple of two of the one before. */
function tuples(count: number, first = 0): Part[] {
  return each(count, (i) =>
    i === 0 ? option(u8) : result(typeIndex(first + i - 1), typeIndex(first + i - 1)),
  );
}

function doubledInstances(count: number, innermost: readonly Part[]): Part[] {
  return each(count, (i) => (i === 0 ? instanceType(innermost) : doubledInstance(i)));
}

function doubledInstance(index: number): Part {
  return instanceType([
    declareAlias(aliasOuter('type', 1, index - 1)),
    declareExport('a', instanceOf(0)),
    declareExport('b', instanceOf(0)),
  ]);
}

function large(count: number, first: readonly Part[]): Part {
  return instanceType([
    ...first,
    declareType(func([])),
    ...each(count, (i) => declareExport(`f${i}`, funcOf(first.length))),
  ]);
}

function largeWithHandles(count: number): Part {
  return instanceType([
    declareExport('r', subResource),
    declareType(own(0)),
    declareType(borrow(0)),
    declareType(func([['a', typeIndex(2)]], typeIndex(1))),
    ...each(count, (i) => declareExport(`f${i}`, funcOf(3))),
  ]);
}

function importedInstances(count: number): Part {
  return imports(each(count, (i) => importOf(`i${i}`, instanceOf(0))));
}
