import { describe, expect, it } from '@jest/globals';
import { resolveWit, WitError } from '@wit-bindgen-ts/wit-parser';
import { codesOf, errorOf } from './errors.js';

/** The code of each diagnostic with its file and line. */
function codesOfFiles(
  main: Readonly<Record<string, string>>,
  ...dependencies: readonly Readonly<Record<string, string>>[]
): string[] {
  const sources = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => ({ path, text }));
  try {
    resolveWit({ main: sources(main), dependencies: dependencies.map(sources) });
  } catch (error) {
    if (error instanceof WitError) {
      return error.diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`);
    }
    throw error;
  }
  throw new Error('the files were accepted');
}

describe('every mistake is told', () => {
  it('of several interfaces and worlds', () => {
    const text = `package a:b;
interface i { f: func(x: one); }
interface j { type t = map<f32, u8>; g: func() -> two; }
world w { import absent; export h: func(x: three); include nothing; }`;
    expect(codesOf(text)).toEqual([
      '2 unknown-type',
      '3 invalid-map-key',
      '3 unknown-type',
      '4 unknown-name',
      '4 unknown-type',
      '4 unknown-name',
    ]);
  });

  it('of several packages, and the files of each', () => {
    expect(
      codesOfFiles(
        {
          'a.wit': 'package a:main; world w { import c:dep/i; import f: func() -> one; }',
          'b.wit': 'interface i { use c:dep/i.{absent}; g: func(x: two); }',
        },
        { 'dep.wit': 'package c:dep;\ninterface i { type t = three; }\nvariant' },
        { 'other.wit': 'package d:other; interface k { enum e {} }' },
      ),
    ).toEqual([
      'a.wit:1 unknown-type',
      'b.wit:1 unknown-type',
      'b.wit:1 unknown-type',
      'dep.wit:2 unknown-type',
      'dep.wit:3 syntax-error',
      'other.wit:1 empty-type',
    ]);
  });

  it('of a package that does not say its name', () => {
    expect(codesOf('interface i { f: func(x: nothing); }')).toEqual(['1 missing-package', '1 unknown-type']);
  });

  it('of names and of syntax', () => {
    const text = `package a:b;
interface i {
  f: func(x u8);
  g: func(x: nothing);
}`;
    expect(codesOf(text)).toEqual(['3 syntax-error', '4 unknown-type']);
  });

  it('of a declaration whose name is taken, and of what it contains', () => {
    const text = `package a:b;
interface i { type t = one; }
interface i { type t = two; }
interface j {
  record r { a: three }
  resource r { m: func(x: four); }
}`;
    expect(codesOf(text)).toEqual([
      '2 unknown-type',
      '3 duplicate-name',
      '3 unknown-type',
      '5 unknown-type',
      '6 duplicate-name',
      '6 unknown-type',
    ]);
  });
});

describe('nothing is told that follows from', () => {
  it('a type that failed', () => {
    const text = `package a:b;
interface i { record r { a: nothing } type s = list<r>; f: func(x: own<s>) -> borrow<r>; }
interface j { use i.{r, s as t}; g: func(x: r) -> t; }
world w { use j.{r}; import h: func(x: r); export j; }
world v { include w with { h as k, r as q } }`;
    expect(codesOf(text)).toEqual(['2 unknown-type']);
  });

  it('an interface or a world that failed', () => {
    const text = `package a:b;
use missing as other;
interface i { use other.{t}; f: func(x: t); }
world w { import other; include other; export x: other; }
world v { include w with { x as y } }`;
    expect(codesOf(text)).toEqual(['2 unknown-name']);
  });

  it('a name that is there twice', () => {
    const text = `package a:b;
interface i { resource r; }
world i { type r = u8; }
interface j { use i.{r}; f: func(x: borrow<r>); }
interface k { resource r; type r = u8; f: func(x: borrow<r>); }
world w { import i; include i; }`;
    expect(codesOf(text)).toEqual(['3 duplicate-name', '5 duplicate-name']);
  });

  it('a name that `use` takes from an item of the file', () => {
    const text = `package a:b;
interface i { type t = u8; }
interface j { type u = u8; }
use i as j;
interface k { use j.{t, u}; }`;
    expect(codesOf(text)).toEqual(['4 duplicate-name']);
  });

  it('a package that is missing', () => {
    const text = `package a:b;
use c:d/i;
package e:f { interface x { use c:d/j.{t}; f: func(x: t); } }
world w { import i; import e:f/x; include c:d/w; }`;
    expect(codesOf(text)).toEqual(['2 unknown-package']);
  });

  it('a package that is there twice', () => {
    const text = `package a:b;
package c:d { interface i {} }
package c:d { interface j { f: func(x: nothing); } }
world w { import c:d/i; import c:d/j; import c:d/k; }`;
    expect(codesOf(text)).toEqual(['3 duplicate-package', '3 unknown-type']);
  });

  it('files that disagree about their package', () => {
    expect(
      codesOfFiles({
        'a.wit': 'package a:b; interface i {}',
        'b.wit': 'package a:c; interface j {}',
        'c.wit': 'world w { import a:c/j; import i; import k; }',
      }),
    ).toEqual(['b.wit:1 package-mismatch', 'c.wit:1 unknown-name']);
  });

  it('a cycle of types', () => {
    const text = `package a:b;
interface i {
  type r = option<s>;
  type s = tuple<r, t>;
  record u { a: list<r>, b: nothing }
  type t = u8;
  f: func(x: u) -> s;
}`;
    expect(codesOf(text)).toEqual(['3 type-cycle', '5 unknown-type']);
  });

  it('a cycle of interfaces or worlds', () => {
    const text = `package a:b;
interface i { use j.{v as t, absent}; f: func(x: t) -> nothing; }
interface j { use i.{t as u}; type v = u8; }
interface k { use i.{t}; g: func(x: t); }
world v { include w with { f as g } import h: func(); }
world w { include v with { h as f } }
world x { include v with { g as k, h as l } }`;
    expect(codesOf(text)).toEqual(['2 unknown-type', '3 dependency-cycle', '6 dependency-cycle']);
  });

  it('a cycle of packages', () => {
    const text = `package a:main;
package a:one { interface i { use a:two/i.{t}; f: func(x: t); } }
package a:two { interface i { use a:one/i.{t}; f: func(x: nothing); } }
world w { import a:one/i; import a:two/j; }`;
    expect(codesOf(text)).toEqual(['2 package-cycle', '3 unknown-type', '4 unknown-interface']);
  });

  it('an export that failed', () => {
    const text = `package a:b;
interface a { resource r; }
interface b { use a.{r}; }
interface c { use a.{r}; use b.{r as s}; }
world w {
  export a;
  export d;
  export c;
}`;
    expect(codesOf(text)).toEqual(['7 unknown-name']);
  });
});

describe('nothing is missed in', () => {
  it('an interface with an item that could not be read', () => {
    const text = `package a:b;
interface i { ???; type t = lost; }
interface j { use i.{lost}; f: func(x: nothing); }`;
    expect(codesOf(text)).toEqual(['2 syntax-error', '3 unknown-type']);
  });

  it('a file with an item that could not be read', () => {
    const text = `package a:b;
interface {}
world w { import lost; import f: func(x: nothing); }`;
    expect(codesOf(text)).toEqual(['2 syntax-error', '3 unknown-type']);
  });

  it('files without a package that could be read', () => {
    expect(
      codesOfFiles(
        { 'main.wit': 'package a:b; world w { import c:d/i; import absent; }' },
        { 'dep.wit': 'package c:; interface i {}' },
      ),
    ).toEqual(['main.wit:1 unknown-name', 'dep.wit:1 syntax-error']);
  });

  it('a resource of which a function could not be read', () => {
    const text = `package a:b;
interface i {
  resource r { m: func(x u8); n: func(x: nothing); }
  f: func(x: borrow<r>) -> own<r>;
}`;
    expect(codesOf(text)).toEqual(['3 syntax-error', '3 unknown-type']);
  });
});

it('a package that names its own items by its full name is told once', () => {
  const text = 'package a:b; interface i { type t = u8; } interface j { use a:b/i.{t}; f: func(x: t); }';
  expect(errorOf(text).diagnostics.map(({ message }) => message)).toEqual([
    'the package `a:b` depends on itself',
  ]);
});
