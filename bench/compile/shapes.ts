import {
  aliasCore,
  aliases,
  aliasExport,
  aliasOuter,
  argument,
  canons,
  component,
  componentSection,
  componentType,
  coreInstances,
  coreModule,
  coreModuleSection,
  coreTypes,
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
  lift,
  list,
  lower,
  name,
  option,
  own,
  record,
  resource,
  result,
  string,
  subResource,
  tuple,
  typeIndex,
  types,
  u8,
  uint32,
  variant,
  vec,
} from '../../tests/harness/component-binary.js';
import type { Part } from '../../tests/harness/component-binary.js';

/** A valid component of any number of definitions of one kind. */
export interface Shape {
  readonly name: string;
  /** As many definitions as the limits of the runtime allow, where they are fewer than what is measured otherwise. */
  readonly most?: number;
  readonly component: (definitions: number) => Uint8Array<ArrayBuffer>;
}

/** Types as an interface has them: each a primitive's, or made of the last few before it. */
function valueType(index: number): Part {
  const before = (distance: number) => typeIndex(index - distance);
  switch (index % 5) {
    case 0:
      return record([
        ['id', uint32],
        ['name', string],
        ['size', uint32],
      ]);
    case 1:
      return list(before(1));
    case 2:
      return variant([
        ['none', u8],
        ['some', before(1)],
      ]);
    case 3:
      return option(before(1));
    default:
      return result(before(1), string);
  }
}

/** As long a chain of types in each other as there may be, over and over. */
const chainLength = 90;

const threeFuncs: Part = instanceType([
  declareType(func([['a', uint32]], string)),
  ...['open', 'close', 'read'].map((label) => declareExport(label, funcOf(0))),
]);

const oneResource: Part = instanceType([
  declareExport('thing', subResource),
  declareType(own(0)),
  declareType(func([], typeIndex(1))),
  declareExport('[constructor]thing', funcOf(2)),
]);

const oneFunc = [types([func([])]), imports([importOf('f', funcOf(0))])];
const oneCoreFunc = [
  coreModuleSection(coreModule(1)),
  coreInstances([instantiate(0)]),
  aliases([aliasCore('func', 0, 'f0')]),
];

/** Everything that a large component has much of. */
export const shapes: readonly Shape[] = [
  { name: 'value types', component: (n) => component(types(each(n, valueType))) },
  {
    name: 'types in each other, 90 deep',
    component: (n) =>
      component(
        types(each(n, (i) => (i % chainLength === 0 ? tuple([u8, u8]) : tuple([typeIndex(i - 1), u8])))),
      ),
  },
  {
    name: 'types that share their parts, 10 deep',
    component: (n) =>
      component(
        types(each(n, (i) => (i % 10 === 0 ? tuple([u8, u8]) : result(typeIndex(i - 1), typeIndex(i - 1))))),
      ),
  },
  {
    name: 'fields of a record',
    component: (n) =>
      component(types([record(Array.from({ length: n }, (_, i) => [`field${i}`, u8] as const))])),
  },
  {
    name: 'functions imported',
    component: (n) =>
      component(
        types([func([['a', string]], uint32)]),
        imports(each(n, (i) => importOf(`f${i}`, funcOf(0)))),
      ),
  },
  {
    name: 'instances of one type imported',
    most: 900,
    component: (n) =>
      component(types([threeFuncs]), imports(each(n, (i) => importOf(`a:b/i${i}@1.2.0`, instanceOf(0))))),
  },
  {
    name: 'instances with a resource imported',
    most: 900,
    component: (n) =>
      component(types([oneResource]), imports(each(n, (i) => importOf(`a:b/i${i}@1.2.0`, instanceOf(0))))),
  },
  {
    name: 'instances, each of a type of its own, imported',
    most: 900,
    component: (n) =>
      component(
        each(n, (i) => [types([oneResource]), imports([importOf(`a:b/i${i}@1.2.0`, instanceOf(i))])]),
      ),
  },
  {
    name: 'exports of an imported instance',
    component: (n) =>
      component(
        types([instanceType([declareType(func([])), ...each(n, (i) => declareExport(`f${i}`, funcOf(0)))])]),
        imports([importOf('i', instanceOf(0))]),
      ),
  },
  {
    name: 'component types, each with an import and an export',
    component: (n) =>
      component(
        types(
          each(n, () =>
            componentType([
              declareType(func([])),
              declareImport('a', funcOf(0)),
              declareExport('b', funcOf(0)),
            ]),
          ),
        ),
      ),
  },
  {
    name: 'functions exported',
    component: (n) => component(oneFunc, exports(each(n, (i) => exportOf(`g${i}`, 'func', 0)))),
  },
  {
    name: 'aliases of exports',
    component: (n) =>
      component(
        types([threeFuncs]),
        imports([importOf('i', instanceOf(0))]),
        aliases(each(n, () => aliasExport('func', 0, 'read'))),
      ),
  },
  {
    name: 'aliases of core exports',
    component: (n) =>
      component(
        coreModuleSection(coreModule(1)),
        coreInstances([instantiate(0)]),
        aliases(each(n, () => aliasCore('func', 0, 'f0'))),
      ),
  },
  {
    name: 'components inside, each with an outer alias',
    most: 900,
    component: (n) =>
      component(
        types([record([['a', string]])]),
        each(n, () => componentSection(component(aliases([aliasOuter('type', 1, 0)])))),
      ),
  },
  {
    name: 'functions lowered',
    component: (n) => component(oneFunc, canons(each(n, () => lower(0)))),
  },
  {
    name: 'functions lifted',
    component: (n) => component(oneCoreFunc, types([func([])]), canons(each(n, () => lift(0, 0)))),
  },
  {
    name: 'resources defined',
    component: (n) => component(types(each(n, () => resource))),
  },
  {
    name: 'core types',
    component: (n) => component(coreTypes(each(n, () => [0x60, 1, 0x7f, 1, 0x7f]))),
  },
  {
    name: 'core modules',
    most: 900,
    component: (n) => component(each(n, () => coreModuleSection(coreModule(1)))),
  },
  {
    name: 'exports of a core module, aliased',
    component: (n) =>
      component(
        coreModuleSection(coreModule(n)),
        coreInstances([instantiate(0)]),
        aliases(each(n, (i) => aliasCore('func', 0, `f${i}`))),
      ),
  },
  {
    name: 'core instances',
    most: 900,
    component: (n) =>
      component(coreModuleSection(coreModule(1)), coreInstances(each(n, () => instantiate(0)))),
  },
  {
    name: 'instances of components',
    most: 900,
    component: (n) =>
      component(
        componentSection(component(oneFunc, exports([exportOf('g', 'func', 0)]))),
        oneFunc,
        instances(each(n, () => instantiate(0, [argument('f', 'func', 0)]))),
      ),
  },
  {
    name: 'arguments of an instantiation',
    most: 90_000,
    component: (n) =>
      component(
        componentSection(component(types([func([])]), imports(each(n, (i) => importOf(`f${i}`, funcOf(0)))))),
        oneFunc,
        instances([
          instantiate(
            0,
            each(n, (i) => argument(`f${i}`, 'func', 0)),
          ),
        ]),
      ),
  },
  {
    name: 'instances made of exports',
    most: 900,
    component: (n) =>
      component(oneFunc, instances(each(n, () => instanceOfExports([inlineExport('f', 'func', 0)])))),
  },
  {
    name: 'exports of a core instance made of exports',
    component: (n) =>
      component(
        oneFunc,
        canons([lower(0)]),
        coreInstances([[1, vec(each(n, (i) => [name(`f${i}`), 0, 0]))]]),
      ),
  },
];
