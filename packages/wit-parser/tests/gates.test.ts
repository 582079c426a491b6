import { describe, expect, it } from '@jest/globals';
import { parseWit } from '@wit-bindgen-ts/wit-parser';
import { codesOf, errorOf } from './errors.js';

const text = `package a:b@1.2.0;
interface i {
  @since(version = 1.1.0)
  @deprecated(version = 1.2.0)
  f: func();
  @unstable(feature = fancy)
  resource r { @unstable(feature = fancy) m: func(); }
  @unstable(feature = other)
  g: func();
}`;

function functionNames(features: readonly string[] | 'all'): string[] {
  const { resolve } = parseWit(text, { features });
  return [...(resolve.interfaces[0]?.functions.keys() ?? [])];
}

describe('gates', () => {
  it('leave out what needs a feature that is not active', () => {
    expect(functionNames([])).toEqual(['f']);
    expect(functionNames(['fancy'])).toEqual(['f', '[method]r.m']);
    expect(functionNames('all')).toEqual(['f', '[method]r.m', 'g']);
  });

  it('are kept on what is there', () => {
    const { resolve } = parseWit(text);
    expect(resolve.interfaces[0]?.functions.get('f')?.stability).toEqual({
      kind: 'stable',
      since: '1.1.0',
      deprecated: '1.2.0',
    });
  });

  it('must stand on whatever refers to something gated', () => {
    const error = errorOf(`package a:b;
interface i {
  @unstable(feature = fancy)
  type t = u8;
  f: func(x: t);
}`);
    expect(error.message).toBe(
      `input.wit:5:3: error[gated-reference]: this refers to \`t\`, which needs the feature \`fancy\`, and that is not active
  3 |   @unstable(feature = fancy)
  4 |   type t = u8;
  5 |   f: func(x: t);
    |   ^
  6 | }
input.wit:5:14: note: it refers to \`t\` here
  3 |   @unstable(feature = fancy)
  4 |   type t = u8;
  5 |   f: func(x: t);
    |              ^
  6 | }
input.wit:4:8: note: \`t\` is declared here
  2 | interface i {
  3 |   @unstable(feature = fancy)
  4 |   type t = u8;
    |        ^
  5 |   f: func(x: t);
note: activate the feature, or put \`@unstable(feature = fancy)\` before what refers to it`,
    );
  });

  it.each([
    ['@since(version = 1.0.0) @since(version = 1.0.0)', 'conflicting-gates'],
    ['@since(version = 1.0.0) @unstable(feature = x)', 'conflicting-gates'],
    ['@deprecated(version = 1.0.0)', 'conflicting-gates'],
    ['@since(version = 9.0.0)', 'unreleased-version'],
    ['@since(version = 01.0.0)', 'invalid-version'],
    ['@until(version = 1.0.0)', 'unknown-attribute'],
  ])('cannot be %s', (gate, code) => {
    expect(codesOf(`package a:b@1.0.0; ${gate} interface i {}`)).toEqual([`1 ${code}`]);
  });

  it.each([
    ['a type of a world', 'world w { @unstable(feature = x) type t = u8; }'],
    [
      'a type first made for it',
      'interface i { @unstable(feature = x) record r { a: list<u8> } f: func(a: list<u8>); }',
    ],
    [
      'a type first used with it',
      `interface j { @unstable(feature = x) use c:d/i.{t}; } interface k { use c:d/i.{t}; }
      package c:d { interface i { type t = u8; } }`,
    ],
    ['a type of what it takes away', '@unstable(feature = x) interface i { type t = u8; }'],
    ['an interface of another package', 'use c:d/i; package c:d { @unstable(feature = x) interface i {} }'],
    ['a function of a resource', 'interface i { @unstable(feature = x) resource r { f: func(); } }'],
  ])('cannot leave out %s', (_, items) => {
    expect(codesOf(`package a:b; ${items}`)).toEqual([expect.stringMatching(/gated-reference$/)]);
    expect(() => parseWit(`package a:b; ${items}`, { features: ['x'] })).not.toThrow();
  });

  it.each([
    [
      'functions',
      'interface i { @unstable(feature = x) type t = u8; f: func(a: t); @since(version = 9.0.0) g: func(); }',
    ],
    [
      'imports',
      'interface i { @unstable(feature = x) type t = u8; } world w { import j; } @unstable(feature = x) interface j {}',
    ],
  ])('are not held against %s of what is not there', (_, items) => {
    expect(() =>
      parseWit(
        `package a:b; @unstable(feature = x) ${items}`.replace('world w', '@unstable(feature = x) world w'),
      ),
    ).not.toThrow();
  });

  it('on paths to other packages keep what they name from being looked up', () => {
    const gate = '@unstable(feature = x)';
    const text = `package a:b; package c:d { interface i {} }
      interface j { ${gate} use c:d/nothing.{t}; ${gate} use c:d/i.{t as u}; ${gate} type v = list<u>; }
      world w { ${gate} import c:d/nothing; ${gate} include c:d/i; }`;
    expect(() => parseWit(text)).not.toThrow();
    expect(codesOf(text.replaceAll('c:d/nothing', 'e:f/nothing'))).toEqual(['2 unknown-package']);
  });

  it('are checked as any other item', () => {
    const gate = '@unstable(feature = x)';
    expect(
      codesOf(`package a:b; interface i {
        ${gate} type t = map<f32, u8>;
        ${gate} variant v {}
        ${gate} f: func(a: nothing);
      }
      world w { ${gate} import i;
        import i; }`),
    ).toEqual(['2 invalid-map-key', '3 empty-type', '4 unknown-type', '7 duplicate-name']);
  });

  it('with a version need a package with one', () => {
    expect(codesOf('package a:b; @since(version = 1.0.0) interface i {}')).toEqual(['1 unversioned-gate']);
  });
});
