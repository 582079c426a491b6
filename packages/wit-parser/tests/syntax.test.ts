import { describe, expect, it } from '@jest/globals';
import { parseWit, toJson } from '@wit-bindgen-ts/wit-parser';
import { errorOf } from './errors.js';

function firstMessage(text: string): string {
  const [first] = errorOf(text).diagnostics;
  return [first?.message, ...(first?.notes ?? []).map(({ message }) => message)].join('; ');
}

function typeKinds(declarations: string): unknown[] {
  const { resolve } = parseWit(`package a:b; interface i { ${declarations} }`);
  return resolve.types.map(({ name, kind }) => (name === undefined ? kind : { [name]: kind }));
}

describe('identifiers', () => {
  it('may be keywords after a percent sign', () => {
    const { resolve } = parseWit('package a:b; interface %interface { %func: func(%list: u8); }');
    expect([...(resolve.interfaces[0]?.functions.keys() ?? [])]).toEqual(['func']);
  });

  it.each(['find-item', 'XML', 'parse-XML-document', 'a1-2b', 'async-list'])('may be %s', (name) => {
    expect(() => parseWit(`package a:b; interface ${name} {}`)).not.toThrow();
  });

  it.each([
    [
      'find_item',
      '`find_item` is not an identifier: words are joined by `-`, not by `_`; did you mean `find-item`?',
    ],
    [
      'findItem',
      '`findItem` is not an identifier: a word is all lower case or all upper case; did you mean `find-item`?',
    ],
    [
      'find--item',
      '`find--item` is not an identifier: a hyphen may only stand between two words; did you mean `find-item`?',
    ],
    ['naïve', '`naïve` is not an identifier: `ï` is not an ASCII letter or digit'],
    ['%1a', '`1a` is not an identifier: it must start with a letter'],
    [
      'record',
      'expected an identifier, found keyword `record`; to use the keyword as a name, write `%record`',
    ],
  ])('may not be %s', (name, message) => {
    expect(firstMessage(`package a:b; interface ${name} {}`)).toBe(message);
  });
});

describe('types', () => {
  it('have every form of the standard', () => {
    expect(
      typeKinds(`
        type a = list<u8>; type b = list<u8, 4>; type c = option<string>; type d = tuple<u8, char,>;
        type e = result; type f = result<u8>; type g = result<_, u8>; type h = result<u8, u16>;
        type i = map<string, f64>; type j = future; type k = future<u8>; type l = stream; type m = stream<u8>;
        type n = error-context;`),
    ).toEqual([
      { a: { kind: 'list', element: 'u8' } },
      { b: { kind: 'fixed-length-list', element: 'u8', length: 4 } },
      { c: { kind: 'option', some: 'string' } },
      { d: { kind: 'tuple', types: ['u8', 'char'] } },
      { e: { kind: 'result' } },
      { f: { kind: 'result', ok: 'u8' } },
      { g: { kind: 'result', err: 'u8' } },
      { h: { kind: 'result', ok: 'u8', err: 'u16' } },
      { i: { kind: 'map', key: 'string', value: 'f64' } },
      { j: { kind: 'future' } },
      { k: { kind: 'future', element: 'u8' } },
      { l: { kind: 'stream' } },
      { m: { kind: 'stream', element: 'u8' } },
      { n: { kind: 'alias', type: 'error-context' } },
    ]);
  });

  it('come after those that they are made of', () => {
    expect(
      typeKinds('record b { x: option<a> } enum a { one }').map((kind) => Object.keys(kind as object)[0]),
    ).toEqual(['a', 'kind', 'b']);
  });

  it('cannot be a list of more elements than 32 bits count', () => {
    expect(firstMessage('package a:b; interface i { type t = list<u8, 4294967296>; }')).toBe(
      'the length of a list is a number up to 4294967295',
    );
  });

  it.each([
    ['lst<u8>', '`lst` is not a type that takes others in `<…>`; did you mean `list`?'],
    [
      '(a: u8)',
      'expected a type, found `(`; a function has one result: for several, use a tuple or a record',
    ],
    ['tuple<u8 u8>', 'expected `,` or `>`, found keyword `u8`'],
  ])('cannot be %s', (type, message) => {
    expect(firstMessage(`package a:b; interface i { type t = ${type}; }`)).toBe(message);
  });
});

describe('versions', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    ['1.0.0-rc.1+build-5.007', '1.0.0-rc.1+build-5.007'],
    ['1.0.0--', '1.0.0--'],
    ['0.0.18446744073709551615', '0.0.18446744073709551615'],
    // What follows the hyphen is no identifier, so that there is nothing to add to the version.
    ['1.0.0-', '1.0.0'],
  ])('are put together from tokens: %s', (written, version) => {
    const { resolve } = parseWit(`package a:b@${written};`);
    expect(resolve.packages[0]?.name.version).toBe(version);
  });

  it('end before the dot of a `use`', () => {
    const { resolve } = parseWit(`package a:b;
      package c:d@1.0.0-rc { interface i { type t = u8; } }
      interface j { use c:d/i@1.0.0-rc.{t}; }`);
    expect(resolve.interfaces[1]?.types.size).toBe(1);
  });

  it.each(['01.0.0', '1.0.0-01', '1 . 0 . 0', '1.0.0-rc 1', '1.0.18446744073709551616'])(
    'cannot be %s',
    (version) => {
      expect(firstMessage(`package a:b@${version};`)).toBe('this is not a semantic version');
    },
  );

  it.each(['1', '1.0', '1.0.x'])('cannot be %s', (version) => {
    expect(firstMessage(`package a:b@${version};`)).toMatch(/^expected a version such as `1.2.0`, found/);
  });
});

describe('comments', () => {
  it('document what comes after them', () => {
    const { resolve } = parseWit(
      `
      /// The package.
      package a:b;
      // Any comment.
      /// An interface.
      ///
      ///   Indented.
      @since(version = 1.0.0)
      interface i { /** A record. */ record r { /// A field.
        f: u8 } }
    `.replace('a:b;', 'a:b@1.0.0;'),
    );
    expect(resolve.packages[0]?.docs).toBe('The package.');
    expect(resolve.interfaces[0]?.docs).toBe('Any comment.\nAn interface.\n\n  Indented.');
    expect(resolve.types[0]?.docs).toBe('A record.');
    expect(resolve.types[0]?.kind).toMatchObject({ fields: [{ name: 'f', docs: 'A field.' }] });
  });

  it('may be nested', () => {
    expect(() => parseWit('package a:b; /* /* // */ */ interface i {}')).not.toThrow();
    expect(firstMessage('package a:b; /* /* */ interface i {}')).toBe('this comment is never closed');
  });
});

describe('an import', () => {
  it('may give an interface a name of its own', () => {
    const { resolve } = parseWit('package a:b; interface store {} world w { import primary: store; }');
    expect([...(resolve.worlds[0]?.imports.keys() ?? [])]).toEqual(['primary']);
  });

  it('may have an external id', () => {
    const { resolve } = parseWit(
      'package a:b; world w { @external-id("\\u{41}\\42\\n☃") import f: func(); }',
    );
    expect(toJson(resolve)).toMatchObject({
      worlds: [{ imports: { f: { function: { external_id: 'AB\n☃' } } } }],
    });
  });

  it.each([
    ['a\\q', '`\\q` is not an escape'],
    ['\\u{110000}', '`\\u{110000}` is not a character of Unicode'],
    ['\\u{d800}', '`\\u{d800}` is not a character of Unicode'],
    ['\\u{}', '`\\u{}` needs a hexadecimal number in its braces'],
    ['\\ff', 'the escapes of this string are not UTF-8'],
    ['a\tb', 'a tab in a string is written `\\t`'],
  ])('may not have the external id %j', (id, message) => {
    expect(firstMessage(`package a:b; world w { @external-id("${id}") import f: func(); }`)).toBe(message);
  });

  it('is not confused with the name of a package', () => {
    expect(firstMessage('package a:b; world w { import c:d; }')).toBe(
      '`c:d` is the name of a package, not of an interface; name an interface of it after a slash: `c:d/…`',
    );
    expect(() => parseWit('package a:b; interface d {} world w { import c:d; }')).not.toThrow();
  });
});

describe('text', () => {
  it('may start with a byte order mark', () => {
    expect(() => parseWit('\ufeffpackage a:b;')).not.toThrow();
  });

  it.each([
    ['// \u202e', 'the directional override U+202E may not stand in WIT'],
    ['// \u0007', 'the control character U+0007 may not stand in WIT'],
    ['// \u0149', 'the discouraged character U+0149 may not stand in WIT'],
    ['#', 'expected `interface`, `world`, `use` or `package`, found `#`'],
    ['@external-id("a) interface i {}', 'this string is never closed on its line'],
    [
      'package c:d;',
      'a file has one `package` declaration; the first stands here; to define another package in this file, write its items in braces: `package a:b { … }`',
    ],
    ['interface i { f:\rfunc(); }', 'expected keyword `func`, found a carriage return without a line feed'],
    ['interface i {\ufeff}', 'expected a type, a function or `use`, found `\\u{feff}`'],
    ['interface 🦀 {}', 'expected an identifier, found `🦀`'],
  ])('may not have %j', (text, message) => {
    expect(firstMessage(`package a:b;\n${text}`)).toBe(message);
  });
});
