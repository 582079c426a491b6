import { describe, expect, it } from '@jest/globals';
import { errorOf } from './errors.js';

/** Line, column and message of all errors. */
function errorsOf(text: string): string[] {
  return errorOf(text).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function inInterface(items: string): string[] {
  return errorsOf(`package a:b;\ninterface i {\n${items}\n}\n`);
}

describe('after a syntax error', () => {
  it('the rest of the file is checked, names and all', () => {
    expect(
      errorsOf(`package a:b;
interface i {
  record r { a: u8; b: unknown1 }
  f: func(x: list<>, y: unknown2);
  g: fnc();
}
world w {
  import absent;
  export h: func() -> unknown3
}`),
    ).toEqual([
      '3:19 expected `,` or `}`, found `;`',
      '3:24 there is no type `unknown1`',
      '4:19 expected a type, found `>`',
      '4:25 there is no type `unknown2`',
      '5:6 expected keyword `func`, found `fnc`',
      '8:10 there is no interface or world `absent` in this package',
      '9:23 there is no type `unknown3`',
      '10:1 expected `;`, found `}`',
    ]);
  });

  it('the next line is read, though the one before has no semicolon', () => {
    expect(inInterface('f: fnc()\ng: func(x: unknown1);\n@foo h: func(y: unknown2)')).toEqual([
      '3:4 expected keyword `func`, found `fnc`',
      '4:12 there is no type `unknown1`',
      '5:2 there is no attribute `@foo`',
      '5:17 there is no type `unknown2`',
      '6:1 expected `->` or `;`, found `}`',
    ]);
    expect(errorsOf('package a:b;\nworld w {\n  import f func()\n  import g: func(x: unknown1);\n}')).toEqual(
      ['3:12 expected `:` or `;`, found keyword `func`', '4:21 there is no type `unknown1`'],
    );
  });

  it('what is broken keeps its name', () => {
    expect(
      errorsOf(`package a:b;
interface i {
  type t = ;
  record r { 1 }
  variant v { 2 }
  resource s { 3 }
  f: func(x: t, y: r, z: v) -> own<s>;
}
interface j {
  use i.{t, r, v, s};
}
interface broken
world w {
  import broken;
}`),
    ).toEqual([
      '3:12 expected a type, found `;`',
      '4:14 expected an identifier, found `1`',
      '5:15 expected an identifier, found `2`',
      '6:16 expected a function or `constructor`, found `3`',
      '13:1 expected `{`, found keyword `world`',
    ]);
  });

  it('names that may have been lost are not missed', () => {
    expect(inInterface('  use other.{t;\n  f: func(x: t);')).toEqual(['3:15 expected `,` or `}`, found `;`']);
    expect(errorsOf('package a:b;\nintreface i {}\nworld w { import i; }')).toEqual([
      '2:1 expected `interface`, `world`, `use` or `package`, found `intreface`',
    ]);
    expect(errorsOf('package a b;\nworld w { import c:d/e; }')).toEqual(['1:11 expected `:`, found `b`']);
  });
});

describe('one error is told of', () => {
  it.each([
    ['a forgotten comma', 'record r { a: u8\n b: u8, c: u8 }', '4:2 expected `,` or `}`, found `b`'],
    ['a semicolon for a comma', 'record r { a: u8; b: u8 }', '3:17 expected `,` or `}`, found `;`'],
    ['a forgotten semicolon', 'f: func()\ng: func();', '4:1 expected `->` or `;`, found `g`'],
    ['a forgotten brace', 'record r { a: u8\nf: func(x: r);', '4:1 expected `,` or `}`, found `f`'],
    [
      'a keyword for a name',
      'record r { type: u8, a: u8 }',
      '3:12 expected an identifier, found keyword `type`',
    ],
    ['a keyword for a function', 'list: func();', '3:1 expected an identifier, found keyword `list`'],
    ['a keyword for a type', 'enum result { a }', '3:6 expected an identifier, found keyword `result`'],
    ['an unknown attribute', '@until(version = 1.0.0) f: func();', '3:2 there is no attribute `@until`'],
    ['a stray closing parenthesis', 'f: func());\ng: func();', '3:10 expected `->` or `;`, found `)`'],
    ['an unclosed parenthesis', 'f: func(a: u8;\ng: func();', '3:14 expected `,` or `)`, found `;`'],
    [
      'a body that does not belong',
      'f: func() { a: u8; }\ng: func();',
      '3:11 expected `->` or `;`, found `{`',
    ],
    ['nothing but a number', '1', '3:1 expected a type, a function or `use`, found `1`'],
  ])('%s', (_, items, error) => {
    expect(inInterface(items)).toEqual([error]);
  });

  it.each([
    ['another mark for a brace', 'interface i ~ f: func(); g: func(); }', '2:13 expected `{`, found `~`'],
    [
      'a forgotten opening brace',
      'interface i\n  f: func();\n  type t = u8;\n}',
      '3:3 expected `{`, found `f`',
    ],
    ['a record without a brace', 'interface i { record r a: u8, b: u8 } }', '2:24 expected `{`, found `a`'],
    [
      'a record that is never closed',
      'interface i {\n  record r {\n    a: u8,\n  type t = u8;\n  f: func(x: t, y: r);\n}',
      '5:3 expected `,` or `}`, found keyword `type`',
    ],
    [
      'a variant that is never closed',
      'world w {\n  variant v {\n    a,\n  export f: func(x: v);\n  import g: func();\n}',
      '5:3 expected `,` or `}`, found keyword `export`',
    ],
    [
      'a brace that closes too early',
      'interface i {\n  f: func(); }\n  g: func();\n  record r { a: u8 }\n}\ninterface j {}',
      '4:3 expected `interface`, `world`, `use` or `package`, found `g`',
    ],
    [
      'a mistake in brackets',
      'interface i { f: func(x: tuple<s32, , u8, u8>, y: u8); }',
      '2:37 expected a type, found `,`',
    ],
    [
      'a field without a name',
      'interface i {\n  record r { (: f64, b: u8 }\n  type t = r;\n  f: func(x: t);\n}',
      '3:14 expected an identifier, found `(`',
    ],
    [
      'a name that is no identifier',
      'interface i { type Foo = u8; type fooBar = Foo; g: func(x: foo, y: foo-bar); }',
      '2:20 `Foo` is not an identifier: a word is all lower case or all upper case',
      '2:35 `fooBar` is not an identifier: a word is all lower case or all upper case',
      '2:44 `Foo` is not an identifier: a word is all lower case or all upper case',
    ],
  ])('%s', (_, text, ...errors) => {
    expect(errorsOf(`package a:b;\n${text}\n`)).toEqual(errors);
  });

  it('an interface that is never closed', () => {
    expect(errorsOf('package a:b;\ninterface i {\n  f: func();\ninterface j { g: func(); }\n')).toEqual([
      '4:1 expected a type, a function, `use` or `}`, found keyword `interface`',
    ]);
    expect(errorsOf('package a:b;\nworld w { import f: func();')).toEqual([
      '2:28 expected `import`, `export`, `include`, `use`, a type or `}`, found the end of the file',
    ]);
  });

  it('a brace too many', () => {
    expect(errorsOf('package a:b;\ninterface i {}}\ninterface j {}')).toEqual([
      '2:15 expected `interface`, `world`, `use` or `package`, found `}`',
    ]);
  });

  it('a comment or a string that is never closed', () => {
    expect(errorsOf('package a:b;\ninterface i { /* f: func();')).toEqual([
      '2:15 this comment is never closed',
    ]);
    expect(errorsOf('package a:b;\nworld w { @external-id("x) import f: func(); }\n')).toEqual([
      '2:24 this string is never closed on its line',
    ]);
  });
});

describe('a misspelt keyword', () => {
  it.each([
    ['inteface i {}', 'interface'],
    ['interface i { f: fun(); }', 'func'],
    ['world w { imprt f: func(); }', 'import'],
    ['world w { include x wiht { a as b } }', 'with'],
  ])('%s', (text, word) => {
    expect(errorOf(`package a:b; ${text}`).diagnostics[0]?.notes).toEqual([
      { message: `did you mean \`${word}\`?` },
    ]);
  });
});
