import { describe, expect, it } from '@jest/globals';
import { parseWit, selectWorld, toJson, WorldSelectionError } from '@wit-bindgen-ts/wit-parser';
import { codesOf, errorOf } from './errors.js';

function importsOf(text: string, world: string): string[] {
  const { resolve, package: main } = parseWit(text);
  return [...(resolve.worlds[selectWorld(resolve, main, world)]?.imports.keys() ?? [])];
}

describe('a world', () => {
  it('imports what its interfaces need', () => {
    const text = `package a:b;
      interface types { type t = u8; }
      interface api { use types.{t}; f: func(x: t); }
      world w { export api; }`;
    expect(importsOf(text, 'w')).toEqual(['interface-0']);
  });

  it('takes in another one, with other names', () => {
    const text = `package a:b;
      world base { resource r { constructor(); close: func(); } import f: func(x: borrow<r>); }
      world w { include base with { r as s, f as g } }`;
    expect(importsOf(text, 'w')).toEqual(['s', 'g', '[constructor]s', '[method]s.close']);
    const { resolve } = parseWit(text);
    expect(
      resolve.types.filter(({ name }) => name !== undefined).map(({ name, owner }) => [name, owner]),
    ).toEqual([
      ['r', { kind: 'world', id: 0 }],
      ['s', { kind: 'world', id: 1 }],
    ]);
  });

  it('tells of an interface written in place which one it is a copy of', () => {
    const { resolve } = parseWit(`package a:b;
      world one { import i: interface { f: func(); } }
      world two { include one; }
      world three { include two; }`);
    expect(toJson(resolve)).toMatchObject({
      interfaces: [{ name: null }, { name: null, clone_of: 0 }, { name: null, clone_of: 1 }],
    });
  });

  it('cannot take in two items of one name', () => {
    const text = `package a:b;
world one { import f: func(); }
world w { include one; import f: func(); }`;
    expect(codesOf(text)).toEqual(['3 include-conflict']);
  });

  it('cannot need an interface as an import and as an export', () => {
    const text = `package a:b;
interface a { resource r; }
interface b { use a.{r}; }
interface c { use a.{r}; use b.{r as s}; }
world w {
  export a;
  export c;
}`;
    expect(errorOf(text).diagnostics[0]?.message).toBe(
      'the export `a:b/c` needs `a:b/a` both as an export and as an import',
    );
  });

  it('cannot be copied without end', () => {
    const imports = Array.from({ length: 5000 }, (_, index) => `import f-x${index}: func();`);
    const worlds = Array.from({ length: 300 }, (_, index) => `world w${index + 1} { include w${index}; }`);
    const error = errorOf(`package a:b; world w0 { ${imports.join(' ')} } ${worlds.join(' ')}`);
    expect(error.diagnostics[0]?.message).toBe(
      'including `w201` too makes more than 1000000 copies of items and types',
    );
  });
});

describe('selectWorld', () => {
  const { resolve, package: main } = parseWit(`package a:b@1.0.0;
    world one {} world two {} package c:d { world three {} }`);

  it('finds a world by its name or its full name', () => {
    const nameOf = (name: string) => resolve.worlds[selectWorld(resolve, main, name)]?.name;
    expect(nameOf('two')).toBe('two');
    expect(nameOf('a:b/one@1.0.0')).toBe('one');
    expect(nameOf('a:b/one')).toBe('one');
    expect(nameOf('c:d/three')).toBe('three');
  });

  it('takes the only world without a name', () => {
    const only = parseWit('package a:b; world w {}');
    expect(selectWorld(only.resolve, only.package)).toBe(0);
  });

  it('reads the name as WIT', () => {
    const { resolve: keywords, package: id } = parseWit('package %use:%list; world %world {}');
    expect(selectWorld(keywords, id, '%world')).toBe(0);
    expect(selectWorld(keywords, id, '%use:%list / %world // it')).toBe(0);
    expect(() => selectWorld(keywords, id, 'world')).toThrow(
      new WorldSelectionError(`\`world\` is not the name of a world: expected an identifier, found keyword \`world\`; the worlds are:
  use:list/world`),
    );
    expect(() => selectWorld(keywords, id, 'a:b')).toThrow(
      '`a:b` is not the name of a world: expected `/`, found the end of the file',
    );
  });

  it('takes a package without a version first, else the only one', () => {
    const text = (packages: string) => parseWit(`package a:b; ${packages}`).resolve;
    const both = text('package c:d { world w {} } package c:d@2.0.0 { world w {} world z {} }');
    expect(both.worlds[selectWorld(both, 0, 'c:d/w')]?.package).toBe(1);
    expect(() => selectWorld(both, 0, 'c:d/z')).toThrow(
      new WorldSelectionError(`the package c:d has no world \`z\`; the worlds are:
  c:d/w`),
    );
    const two = text('package c:d@1.0.0 { world w {} } package c:d@2.0.0 { world z {} }');
    expect(() => selectWorld(two, 0, 'c:d/z')).toThrow(
      new WorldSelectionError(`the package c:d is there in several versions, and one must be chosen; the worlds are:
  c:d/w@1.0.0
  c:d/z@2.0.0`),
    );
    expect(() => selectWorld(two, 0, 'e:f/w')).toThrow(/^there is no package e:f; the worlds are:/);
  });

  it('lists the worlds when it is not clear which is meant', () => {
    expect(() => selectWorld(resolve, main)).toThrow(
      new WorldSelectionError(`the package a:b@1.0.0 has several worlds, and one must be chosen; the worlds are:
  a:b/one@1.0.0
  a:b/two@1.0.0`),
    );
    expect(() => selectWorld(resolve, main, 'three')).toThrow(
      new WorldSelectionError(`the package a:b@1.0.0 has no world \`three\`; the worlds are:
  a:b/one@1.0.0
  a:b/two@1.0.0`),
    );
  });

  it('says when there is no world', () => {
    const none = parseWit('package a:b;');
    expect(() => selectWorld(none.resolve, none.package)).toThrow(
      new WorldSelectionError('the package a:b has no world'),
    );
  });
});
