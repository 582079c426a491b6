import { each, inInterface, inPackage, input, inWorld } from './input.js';
import type { HostileGroup } from './input.js';

/** What is wrong many times. */
export const wrong: HostileGroup = {
  count: 100_000,
  inputs: [
    input('syntax errors', 'syntax-error', (n) => inInterface(each(n, () => 'type t = ;'))),
    input('wrong characters', 'syntax-error', (n) => inInterface(each(n, () => 'type t = ~;'))),
    input('wrong items', 'syntax-error', (n) => inPackage(each(n, () => 'interfaces i {}'))),
    input('wrong identifiers', 'invalid-identifier', (n) => inInterface(each(n, (i) => `type aB${i} = u8;`))),
    input('package declarations', 'misplaced-package', (n) => inPackage(each(n, () => 'package a:b;'))),
    input('unknown types', 'unknown-type', (n) => inInterface(each(n, (i) => `type name${i} = mane${i};`))),
    input('unknown interfaces', 'unknown-name', (n) => inWorld(each(n, (i) => `import i${i};`))),
    input('unknown packages', 'unknown-package', (n) => inWorld(each(n, (i) => `import x${i}:y/z;`))),
    input('types of one name', 'duplicate-name', (n) => inInterface(each(n, () => 'type t = u8;'))),
    input('interfaces of one name', 'duplicate-name', (n) => inPackage(each(n, () => 'interface i {}'))),
    input('packages of one name', 'duplicate-package', (n) => inPackage(each(n, () => 'package c:d {}'))),
    input('imports of one name', 'duplicate-name', (n) => inWorld(each(n, () => 'import f: func();'))),
  ],
};

/** What ends where it starts. */
export const cyclic: HostileGroup = {
  count: 20_000,
  inputs: [
    input('types of themselves', 'type-cycle', (n) => inInterface(each(n, (i) => `type t${i} = t${i};`))),
    input('types', 'type-cycle', (n) => inInterface(each(n, (i) => `type t${i} = t${(i + 1) % n};`))),
    input('records', 'type-cycle', (n) => inInterface(each(n, (i) => `record t${i} { f: t${(i + 1) % n} }`))),
    input('interfaces', 'dependency-cycle', (n) =>
      inPackage(each(n, (i) => `interface i${i} { use i${(i + 1) % n}.{t}; }`)),
    ),
    input('worlds', 'dependency-cycle', (n) =>
      inPackage(each(n, (i) => `world w${i} { include w${(i + 1) % n}; }`)),
    ),
    input('packages', 'package-cycle', (n) =>
      inPackage(each(n, (i) => `package c:d${i} { world w { import c:d${(i + 1) % n}/i; } }`)),
    ),
    input('aliases', 'unknown-name', (n) => inPackage(each(n, (i) => `use i${(i + 1) % n} as i${i};`))),
  ],
};
