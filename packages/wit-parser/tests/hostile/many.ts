import { each, inInterface, inPackage, input, inWorld } from './input.js';
import type { HostileGroup } from './input.js';

/** What is right, and wide. */
export const wide: HostileGroup = {
  count: 100_000,
  inputs: [
    input('fields', 'resolved', (n) =>
      inInterface(
        'record r {',
        each(n, (i) => `field${i}: u8,`),
        '}',
      ),
    ),
    input('fields of one name', 'resolved', (n) =>
      inInterface(
        'record r {',
        each(n, () => 'field: u8,'),
        '}',
      ),
    ),
    input('cases', 'resolved', (n) =>
      inInterface(
        'variant v {',
        each(n, (i) => `c${i}(list<u8>),`),
        '}',
      ),
    ),
    input('flags', 'resolved', (n) =>
      inInterface(
        'flags f {',
        each(n, (i) => `flag${i},`),
        '}',
      ),
    ),
    input('parameters', 'resolved', (n) =>
      inInterface(
        'f: func(',
        each(n, (i) => `p${i}: u8,`),
        ');',
      ),
    ),
    input('elements of a tuple', 'resolved', (n) => inInterface('type t = tuple<', 'u8, '.repeat(n), '>;')),
    input('methods', 'resolved', (n) =>
      inInterface(
        'resource r {',
        each(n, (i) => `m${i}: func();`),
        '}',
      ),
    ),
    input('imports', 'resolved', (n) => inWorld(each(n, (i) => `import func${i}: func();`))),
    input('inline interfaces', 'resolved', (n) =>
      inWorld(each(n, (i) => `export i${i}: interface { resource r; }`)),
    ),
    input('used names', 'resolved', (n) => {
      const types = each(n, (i) => `type t${i} = u8;`);
      return inPackage(`interface i { ${types} }`, `interface j { use i.{ ${each(n, (i) => `t${i},`)} }; }`);
    }),
    input('renames', 'resolved', (n) => {
      const imports = each(n, (i) => `import func${i}: func();`);
      const renames = each(n, (i) => `func${i} as renamed${i},`);
      return inPackage(`world v { ${imports} }`, `world w { include v with { ${renames} } }`);
    }),
    input('empty interfaces', 'resolved', (n) => inPackage(each(n, (i) => `interface i${i} {}`))),
  ],
};

const start = 'interface i0 { type t = u8; }';

/** What is right, and has one thing after another. */
export const chained: HostileGroup = {
  count: 20_000,
  inputs: [
    input('aliases', 'resolved', (n) =>
      inInterface(
        'type t0 = u8;',
        each(n, (i) => `type t${i + 1} = t${i};`),
      ),
    ),
    input('records', 'resolved', (n) =>
      inInterface(
        'type t0 = u8;',
        each(n, (i) => `record t${i + 1} { f: t${i} }`),
      ),
    ),
    input('records, last first', 'resolved', (n) =>
      inInterface(
        each(n, (i) => `record t${i} { f: t${i + 1} }`),
        `type t${n} = u8;`,
      ),
    ),
    input('uses', 'resolved', (n) =>
      inPackage(
        start,
        each(n, (i) => `interface i${i + 1} { use i${i}.{t}; }`),
      ),
    ),
    input('uses, last first', 'resolved', (n) =>
      inPackage(
        each(n, (i) => `interface i${i} { use i${i + 1}.{t}; }`),
        `interface i${n} { type t = u8; }`,
      ),
    ),
    input('uses, and a world at their end', 'resolved', (n) => {
      const uses = each(n, (i) => `interface i${i + 1} { use i${i}.{t}; }`);
      return inPackage(start, uses, `world w { import i${n}; export i${n}; }`);
    }),
    input('uses at the top level', 'unknown-name', (n) =>
      inPackage(
        start,
        each(n, (i) => `use i${i} as i${i + 1};`),
      ),
    ),
    input('includes', 'resolved', (n) =>
      inPackage(
        'world w0 { import f: func(); }',
        each(n, (i) => `world w${i + 1} { include w${i}; }`),
      ),
    ),
    input('packages', 'resolved', (n) => {
      const others = each(n, (i) => `package c:d${i + 1} { interface i0 { use c:d${i}/i0.{t}; } }`);
      return inPackage(`package c:d0 { ${start} }`, others);
    }),
    input('packages side by side', 'resolved', (n) =>
      inPackage(each(n, (i) => `package c:d${i} { ${start} }`)),
    ),
    input('versions of a package', 'resolved', (n) =>
      inPackage(each(n, (i) => `package c:d@1.${i}.0 { ${start} }`)),
    ),
  ],
};
