import {
  component,
  coreInstances,
  customSection,
  each,
  enumeration,
  exportOf,
  exports,
  func,
  funcOf,
  importOf,
  imports,
  instanceOf,
  instanceType,
  name,
  record,
  section,
  subResource,
  types,
  u32,
  u8,
  vec,
} from '../../../harness/component-binary.js';
import { input } from './input.js';

/** Eight times as much is nearly as long as a name may be. */
const long = 12_000;
const longest = 1_000_000;
const many = 12_500;

/** Names of functions, each as long as its number of repetitions makes it. */
const longNames: readonly (readonly [name: string, text: (n: number) => string])[] = [
  ['letters', (n) => 'a'.repeat(n)],
  ['words', (n) => 'a-'.repeat(n / 2) + 'a'],
  ['words and a mistake', (n) => 'a-'.repeat(n / 2) + '-'],
  ['words of both cases', (n) => 'a-A-'.repeat(n / 4) + 'a'],
  ['digits', (n) => 'a' + '0'.repeat(n)],
  ['spaces', (n) => ' '.repeat(n)],
  ['letters of others', (n) => 'é'.repeat(n / 2)],
  ['a method', (n) => `[method]${'a'.repeat(n)}.b`],
  ['points', (n) => `[method]${'a.'.repeat(n / 2)}b`],
  ['brackets', (n) => '[method]'.repeat(n / 8)],
  ['opening brackets', (n) => '['.repeat(n)],
  ['colons', (n) => 'a:'.repeat(n / 2) + 'a'],
  ['slashes', (n) => 'a:b' + '/c'.repeat(n / 2)],
  ['a dependency', (n) => `unlocked-dep=<${'a:'.repeat(n / 2)}b@{>=1.0.0}>`],
  ['a locked dependency', (n) => `locked-dep=<a:b@1.0.0>,integrity=<${'sha256-AAAA '.repeat(n / 12)}>`],
  [
    'a locked dependency and a mistake',
    (n) => `locked-dep=<a:b@1.0.0>,integrity=<${'sha256-AAAA'.repeat(n / 11)}!>`,
  ],
  ['an address', (n) => `url=<${'a'.repeat(n)}>`],
  ['an address with an opening', (n) => `url=<${'<'.repeat(n)}>`],
  ['a hash', (n) => `integrity=<sha256-${'A'.repeat(n)}>`],
];

const longInterfaces: readonly (readonly [name: string, text: (n: number) => string])[] = [
  ['a version', (n) => `a:b/c@1.${'0'.repeat(n)}.0`],
  ['a large version', (n) => `a:b/c@1.${'9'.repeat(n)}.0`],
  ['a prerelease', (n) => `a:b/c@1.0.0-${'a.'.repeat(n / 2)}a`],
  ['a prerelease and a mistake', (n) => `a:b/c@1.0.0-${'a.'.repeat(n / 2)}!`],
  ['a prerelease of zeros', (n) => `a:b/c@1.0.0-${'0'.repeat(n)}a`],
  ['build metadata', (n) => `a:b/c@1.0.0+${'a-'.repeat(n / 2)}a`],
  ['build metadata and a mistake', (n) => `a:b/c@1.0.0+${'a-'.repeat(n / 2)}!`],
  ['a namespace', (n) => `${'a-'.repeat(n / 2)}a:b/c`],
  ['nested namespaces', (n) => `${'a:'.repeat(n / 2)}b/c`],
  ['nested packages', (n) => `a:b${'/c'.repeat(n / 2)}`],
];

/** Names that are long, and names that are many. */
export const names = [
  ...longNames.map(([what, text]) =>
    input(`a function named with ${what}`, long, (n) =>
      component(types([func([])]), imports([importOf(text(n), funcOf(0))])),
    ),
  ),
  ...longInterfaces.map(([what, text]) =>
    input(`an instance named with ${what}`, long, (n) =>
      component(types([instanceType([])]), imports([importOf(text(n), instanceOf(0))])),
    ),
  ),
  input('a function with a name of a megabyte', longest, (n) =>
    component(types([func([])]), imports([importOf('a'.repeat(n), funcOf(0))])),
  ),
  input('a label of a megabyte', longest, (n) => component(types([record([['a'.repeat(n), u8]])]))),
  input('a custom section with a name of a megabyte', longest, (n) =>
    component(customSection('a'.repeat(n), [])),
  ),
  input('a core module with a name of a megabyte', longest, (n) =>
    component(coreInstances([[1, vec([[name('a'.repeat(n)), 0, 0]])]])),
  ),
  input('a label of letters', long, (n) => component(types([record([['a'.repeat(n), u8]])]))),
  input('a label of words and a mistake', long, (n) =>
    component(types([record([[`${'a-'.repeat(n / 2)}!`, u8]])])),
  ),
  input('a name that is not UTF-8', long, (n) =>
    component(section(10, [1, 0, u32(n), new Uint8Array(n).fill(0x61).fill(0xff, n - 1), 1, 0])),
  ),
  input('an attribute of letters', long, (n) =>
    component(types([instanceType([])]), section(10, [1, 2, name('a'), 1, 0, name('a'.repeat(n)), 5, 0])),
  ),
  input('attributes', many, (n) =>
    component(
      types([instanceType([])]),
      section(10, [1, 2, name('a'), u32(n), each(n, () => [2, name('x')]), 5, 0]),
    ),
  ),
  input('exports that differ in their last letter but one, which two do not', many, (n) =>
    component(
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      exports([
        ...each(n, (i) => exportOf(`long-name-f${i}`, 'func', 0)),
        exportOf('LONG-name-f0', 'func', 0),
      ]),
    ),
  ),
  input('exports that differ in their case alone', many, (n) =>
    component(
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      exports(each(n, (i) => exportOf(i % 2 === 0 ? `f${i}` : `F${i - 1}`, 'func', 0))),
    ),
  ),
  input('exports of the longest names there is room for', 125, (n) =>
    component(
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      exports(each(n, (i) => exportOf(`${'a-'.repeat(500)}f${i}`, 'func', 0))),
    ),
  ),
  input('cases of an enum that differ in their case alone', many, (n) =>
    component(types([enumeration([...Array.from({ length: n }, (_, i) => `c${i}`), `C${n - 1}`])])),
  ),
  input('methods of a resource that is not there', many, (n) =>
    component(types([func([])]), imports(each(n, (i) => importOf(`[method]r.m${i}`, funcOf(0))))),
  ),
  input('resources', many, (n) => component(imports(each(n, (i) => importOf(`r${i}`, subResource))))),
  input('versions of an interface', many, (n) =>
    component(types([instanceType([])]), imports(each(n, (i) => importOf(`a:b/c@1.0.${i}`, instanceOf(0))))),
  ),
];
