import { each, inInterface, inPackage, input, inWorld } from './input.js';
import type { HostileGroup } from './input.js';

/** What is one thing, and long. */
export const long: HostileGroup = {
  count: 5_000_000,
  inputs: [
    input('an identifier', 'resolved', (n) => inInterface('type', 'a'.repeat(n), '= u8;')),
    input('an unknown identifier', 'unknown-type', (n) => inInterface('type t =', 't'.repeat(n), ';')),
    input('a keyword and more', 'syntax-error', (n) => inPackage('world'.padEnd(n, 'd'))),
    input('a number in a version', 'invalid-version', (n) => `package a:b@1.2.${'9'.repeat(n)};`),
    input('a list length', 'invalid-list-length', (n) =>
      inInterface('type t = list<u8,', '9'.repeat(n), '>;'),
    ),
    input('a string', 'resolved', (n) => inPackage(`@external-id("${'a'.repeat(n)}") interface i {}`)),
    input('a documentation comment', 'resolved', (n) => inPackage(`/// ${'a'.repeat(n)}\ninterface i {}`)),
    input('documentation that is blank', 'resolved', (n) => inPackage(`///${' '.repeat(n)}\ninterface i {}`)),
    input('a comment of stars', 'resolved', (n) => inPackage(`/${'*'.repeat(n)}/ interface i {}`)),
    input('spaces', 'syntax-error', (n) => inInterface('type', ' '.repeat(n))),
    input('blank lines', 'syntax-error', (n) => inInterface('type', '\n'.repeat(n))),
  ],
};

/** What is made of many parts, in one place. */
export const composed: HostileGroup = {
  count: 250_000,
  inputs: [
    input('an identifier of many words', 'resolved', (n) => inInterface(`type ${'a-'.repeat(n)}a = u8;`)),
    input('a wrong identifier', 'invalid-identifier', (n) => inInterface(`type ${'a-B'.repeat(n)} = u8;`)),
    input('a package name', 'syntax-error', (n) => `package ${'a:'.repeat(n)}b;`),
    input('a path', 'syntax-error', (n) => inWorld('import a:b', '/c'.repeat(n), ';')),
    input('a prerelease', 'resolved', (n) => `package a:b@1.2.3-${'a.'.repeat(n)}1;`),
    input('a string of escapes', 'resolved', (n) =>
      inPackage(`@external-id("${'\\u{61}'.repeat(n)}") interface i {}`),
    ),
    input('documentation of many lines', 'resolved', (n) =>
      inPackage('///  a\n'.repeat(n), 'interface i {}'),
    ),
    input('a documentation block', 'resolved', (n) =>
      inPackage('/**\n', ' * a\n'.repeat(n), '*/ interface i {}'),
    ),
    input('comments before an item', 'resolved', (n) => inPackage('// a\n'.repeat(n), 'interface i {}')),
    input('comments at the end', 'resolved', (n) => inPackage('/** a */ // a\n'.repeat(n))),
    input('gates', 'conflicting-gates', (n) =>
      inPackage('@unstable(feature = a) '.repeat(n), 'interface i {}'),
    ),
    input('external ids', 'conflicting-gates', (n) =>
      inInterface('@external-id("a") '.repeat(n), 'f: func();'),
    ),
    input('declarations in one line', 'resolved', (n) =>
      inInterface(each(n, (i) => `type t${i} = u8;`).replaceAll('\n', ' ')),
    ),
  ],
};
