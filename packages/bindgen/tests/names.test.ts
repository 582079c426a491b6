import { describe, expect, it } from '@jest/globals';
import { generateFile, generateWit } from './generate-wit.js';

/** The types and classes that a file exports. */
function exportsOf(file: string): string[] {
  return [...file.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name = '']) => name);
}

/** The members of an exported interface or class. */
function membersOf(file: string, name: string): string[] {
  const [, body = ''] =
    new RegExp(`^export (?:interface|class) ${name}\\b[^{]*\\{\\n(.*?)^\\}$`, 'ms').exec(file) ?? [];
  return [...body.matchAll(/^ {2}(?:readonly )?(?:\['(\w+)'\]|([\w'-]+))\??[(:]/gm)].map(
    ([, quoted, member = '']) => quoted ?? member,
  );
}

async function paramsOf(params: string): Promise<string> {
  const file = await generateFile(`package t:t; world w { import f: func(${params}); }`, 'w.ts');
  return /^ {2}f\((.*)\): void;$/m.exec(file)?.[1] ?? '';
}

describe('names', () => {
  it.each([
    ['a', 'a', 'A'],
    ['find-error', 'findError', 'FindError'],
    ['get-URL', 'getUrl', 'GetUrl'],
    ['HTTP', 'http', 'Http'],
    ['http-2', 'http2', 'Http2'],
    ['is-XML-2-ok', 'isXml2Ok', 'IsXml2Ok'],
    ['x1-y2', 'x1Y2', 'X1Y2'],
  ])('%s becomes %s and %s', async (wit, camel, pascal) => {
    const text = `package t:t; interface i { record ${wit} { ${wit}: u8 } f: func(${wit}: ${wit}); } world w { import i; }`;
    expect(await generateFile(text, 'imports/t-t/i.ts')).toContain(`f(${camel}: ${pascal}): void;`);
  });

  it.each([
    ['class: u8', 'class_: number'],
    ['%interface: u8, arguments: u8, eval: u8', 'interface_: number, arguments_: number, eval_: number'],
    [
      'await: u8, yield: u8, let: u8, undefined: u8',
      'await_: number, yield_: number, let_: number, undefined_: number',
    ],
    ['get: u8, of: u8, %type: u8, self: u8', 'get: number, of: number, type: number, self: number'],
    ['a-1: u8, a1: u8', 'a1: number, a1_: number'],
    ['this: u8', 'this_: number'],
  ])('of the parameters %s are %s', async (params, expected) => {
    expect(await paramsOf(params)).toBe(expected);
  });

  it('of types give way to what a file refers to', async () => {
    const wit = `package t:t;
      interface i {
        record promise { x: u8 }
        variant %map { x }
        enum uint8-array { x }
        flags disposable { x }
        resource guest;
        type component-error = u8;
        record request { x: u8 }
      }
      world w { export i; }`;
    expect(exportsOf(await generateFile(wit, 'exports/t-t/i.ts'))).toEqual([
      'PromiseRecord',
      'MapVariant',
      'Uint8ArrayEnum',
      'DisposableFlags',
      'GuestResource',
      'GuestResourceClass',
      'ComponentErrorType',
      'Request',
      'I',
      'IIndices',
    ]);
  });

  it('of types give way to the interface and to each other, in the order of their declaration', async () => {
    const wit = `package t:t;
      interface network {
        resource network;
        record network-indices { x: u8 }
        resource cart;
        record cart-class { x: u8 }
        record a-1 { x: u8 }
        record a1 { x: u8 }
        record a1-record { x: u8 }
      }
      world w { export network; }`;
    expect(exportsOf(await generateFile(wit, 'exports/t-t/network.ts'))).toEqual([
      'NetworkResource',
      'NetworkResourceClass',
      'NetworkIndicesRecord',
      'Cart',
      'CartClass',
      'CartClassRecord',
      'A1',
      'A1Record',
      'A1RecordRecord',
      'Network',
      'NetworkIndices',
    ]);
  });

  it('of classes in an interface are those that hosts know, whatever the type is called', async () => {
    const wit = 'package t:t; interface network { resource network; f: func(); } world w { import network; }';
    expect(membersOf(await generateFile(wit, 'imports/t-t/network.ts'), 'Network')).toEqual(['Network', 'f']);
  });

  it('of a world cannot be constructor, instance or then', async () => {
    const wit = `package t:t;
      world w { export then: func(); export %constructor: func(); export instantiate: func(); export then-2: func();
        export instance: func(); }`;
    const file = await generateFile(wit, 'w.ts');
    expect(membersOf(file, 'W')).toEqual([
      'instance',
      'constructor',
      'then_',
      'constructor_',
      'instantiate',
      'then2',
      'instance_',
    ]);
  });

  it('of a world give way to what the file refers to', async () => {
    const file = await generateFile('package t:t; world linker { export f: func(); }', 'linker.ts');
    expect(exportsOf(file)).toEqual(['LinkerWorldImports', 'LinkerWorldPre', 'LinkerWorld']);
  });

  it('of exported interfaces with one name are told apart by package', async () => {
    const wit = `package t:t;
      package wasi:io { interface types { f: func(); } }
      package wasi:http { interface types { f: func(); } }
      package other:http { interface types { f: func(); } }
      world w { export wasi:io/types; export wasi:http/types; export other:http/types; }`;
    const file = await generateFile(wit, 'w.ts');
    expect(membersOf(file, 'W')).toEqual(['instance', 'types', 'httpTypes', 'otherHttpTypes', 'constructor']);
  });

  it('of versions of one interface are told apart by version, in files too', async () => {
    const wit = `package t:t;
      package n:p@1.0.0 { interface i { f: func(); } }
      package n:p@2.0.0-rc.1 { interface i { f: func(); } }
      world w { import n:p/i@1.0.0; import n:p/i@2.0.0-rc.1; export n:p/i@2.0.0-rc.1; export n:p/i@1.0.0; }`;
    const files = await generateWit(wit);
    expect([...files.keys()]).toEqual([
      'w.ts',
      'imports/n-p/i.ts',
      'imports/n-p/i-2.0.0-rc.1.ts',
      'exports/n-p/i.ts',
      'exports/n-p/i-1.0.0.ts',
    ]);
    expect(membersOf(files.get('w.ts') ?? '', 'W')).toEqual(['instance', 'i', 'i_1_0_0', 'constructor']);
  });

  it('of files are distinct where a file system ignores case, and none is a device', async () => {
    const wit = `package t:t;
      package a-b:c { interface con { f: func(); } }
      package a:b-c { interface con { f: func(); } }
      world w { import a-b:c/con; import a:b-c/con; }`;
    expect([...(await generateWit(wit)).keys()]).toEqual([
      'w.ts',
      'imports/a-b-c/con_.ts',
      'imports/a-b-c/con_-a.ts',
    ]);
  });
});

describe('members that are one in camelCase', () => {
  const wit = (items: string): string =>
    `package t:t; interface i { ${items} } world w { import i; export i; }`;
  const sides = ['imports/t-t/i.ts', 'exports/t-t/i.ts'];

  it.each([
    ['f-1: func(); f1: func();', ['f1', 'f1_']],
    ['f1: func(); f-1: func();', ['f1', "'f-1'"]],
    ['x12: func(); x-12: func(); x1-2: func(); x-1-2: func();', ['x12', "'x-12'", "'x1-2'", "'x-1-2'"]],
    ['resource a1; resource a-1; a: func();', ['A1', "'a-1'", 'a']],
    ['resource a-1; resource a1; a: func();', ['A1', 'A1_', 'a']],
    ['then: func(); to-string: func(); dispose: func();', ['then_', 'toString', 'dispose']],
    ['%constructor: func(); prototype: func(); name: func();', ['constructor', 'prototype', 'name']],
  ])('%s are %j', async (items, expected) => {
    for (const path of sides) expect(membersOf(await generateFile(wit(items), path), 'I')).toEqual(expected);
  });

  it('give way in resources by themselves: methods, and static functions', async () => {
    const text = wit(`resource s {
      m-1: func(); m1: func(); then: func(); prototype: func();
      m1: static func(); m-1: static func(); then: static func(); prototype: static func();
    }`);
    // WIT has no method and static function of one name.
    const distinct = text.replace('m1: static', 's1: static').replace('m-1: static', 's-1: static');
    const names = distinct.replace('then: static', 'then-2: static').replace('prototype: func();', '');
    for (const path of sides) {
      const file = await generateFile(names, path);
      expect(membersOf(file, 'S')).toEqual(['m1', 'm1_', 'then_']);
      expect(file).toMatch(
        /&\s*\{\s*s1\(\): void;\s*'s-1'\(\): void;\s*then2\(\): void;\s*prototype_\(\): void;/,
      );
    }
  });

  it('of records and flags stay as WIT has them, all of them', async () => {
    const text = wit('record r { a-1: u8, a1: string, b: u8 } flags f { x2, x-2, y } g: func(r: r, f: f);');
    for (const path of sides) {
      const file = await generateFile(text, path);
      expect(membersOf(file, 'R')).toEqual(["'a-1'", 'a1', 'b']);
      expect(membersOf(file, 'F')).toEqual(['x2', "'x-2'", 'y']);
    }
  });

  it('of what a world imports give way to its interfaces', async () => {
    const text = `package t:t;
      world w { import a-1: func(); import a1: interface { f: func(); } import b1: func(); import b-1: func(); }`;
    expect(membersOf(await generateFile(text, 'w.ts'), 'WImports')).toEqual(['a1', "'a-1'", 'b1', "'b-1'"]);
  });

  it('of what a world exports give way', async () => {
    const text =
      'package t:t; world w { export a-1: func(); export a1: func(); export a-2: interface { f: func(); } export a2: func(); }';
    const members = membersOf(await generateFile(text, 'w.ts'), 'W');
    expect(members).toEqual(['instance', 'a2', 'constructor', 'a1', 'a1_', 'a2_']);
  });
});
