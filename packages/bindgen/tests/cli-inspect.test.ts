import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { CommandFolder } from './command-line.js';

/** Imports, exports, a nested component, a core module with a name, and two string encodings. */
const shop = encodeComponent(`(component
  (import "wasi:clocks/wall-clock@0.2.3" (instance $clock (export "now" (func (result u64)))))
  (import "wasi:cli/exit@0.2.3" (instance (export "exit" (func))))
  (import "wasi:cli/stdin" (instance))
  (import "log" (func $log (param "text" string)))
  (core module $memory
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable))
  (core instance $memory (instantiate $memory))
  (alias core export $memory "memory" (core memory $mem))
  (alias core export $memory "realloc" (core func $realloc))
  (alias export $clock "now" (func $now))
  (core func $now (canon lower (func $now)))
  (core func $log (canon lower (func $log) (memory $mem) string-encoding=utf16))
  (core module $main
    (import "" "now" (func (result i64)))
    (import "" "log" (func (param i32 i32)))
    (func (export "greet") (param i32 i32) unreachable))
  (core instance $main (instantiate $main (with "" (instance
    (export "now" (func $now))
    (export "log" (func $log))))))
  (alias core export $main "greet" (core func $greet))
  (func $greet (param "name" string) (canon lift (core func $greet) (memory $mem) (realloc $realloc)))
  (component $wrap
    (import "greet" (func $f (param "name" string)))
    (export "greet" (func $f)))
  (instance $wrapped (instantiate $wrap (with "greet" (func $greet))))
  (export "example:shop/greeter" (instance $wrapped)))`);

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({
    'shop.wasm': shop,
    'core.wasm': encodeComponent('(module)'),
    'invalid.wasm': encodeComponent('(component (import "f" (func (type 3))))'),
    'text.wasm': 'not WebAssembly',
    'cut.wasm': shop.subarray(0, 100),
    'folder/x.txt': '',
  });
});
afterEach(() => folder.remove());

const world = `package root:component;

world root {
  import wasi:clocks/wall-clock@0.2.3;
  import wasi:cli/exit@0.2.3;
  import wasi:cli/stdin;
  import log: func(text: string);

  export example:shop/greeter;
}

package example:shop {
  interface greeter {
    greet: func(name: string);
  }
}
`;

describe('inspect', () => {
  it('shows the world, what the component needs and what it is made of', async () => {
    const { exitCode, out, err } = await folder.run('inspect', '@/shop.wasm');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toBe(`@/shop.wasm: a component, ${shop.length} bytes

${world}
// --wit has \`wasi:clocks@0.2.3\`, \`wasi:cli@0.2.3\`, \`wasi:cli\` too

imports   3 interfaces (2 functions), 1 function
exports   1 interface (1 function)
WASI      wasi:clocks@0.2.3: wall-clock
          wasi:cli@0.2.3: exit
          wasi:cli: stdin
features  none
strings   utf16 (1 function), utf8 (1 function)

structure
component              ${shop.length} bytes  100%  4 imports, 1 export
├─ core module memory   73 bytes   11%  0 imports, 2 exports
├─ core module main     73 bytes   11%  2 imports, 1 export
└─ component wrap       77 bytes   11%  1 import, 1 export
`);
  });

  it('prints the WIT alone, with all packages', async () => {
    const { exitCode, out, err } = await folder.run('inspect', '@/shop.wasm', '--wit');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toBe(`${world}
package wasi:clocks@0.2.3 {
  interface wall-clock {
    now: func() -> u64;
  }
}

package wasi:cli@0.2.3 {
  interface exit {
    exit: func();
  }
}

package wasi:cli {
  interface stdin {}
}
`);
    await folder.write('again.wit', out);
    expect((await folder.run('check', '@/again.wit')).exitCode).toBe(0);
  });

  it('prints one object with the same facts', async () => {
    const { exitCode, out } = await folder.run('inspect', '--format', 'json', '@/shop.wasm');
    const data: unknown = JSON.parse(out);
    expect(exitCode).toBe(0);
    expect(data).toMatchObject({
      kind: 'component',
      bytes: shop.length,
      producers: [],
      omissions: [],
      imports: [
        { name: 'wasi:clocks/wall-clock@0.2.3', kind: 'interface', functions: 1 },
        { name: 'wasi:cli/exit@0.2.3', kind: 'interface', functions: 1 },
        { name: 'wasi:cli/stdin', kind: 'interface', functions: 0 },
        { name: 'log', kind: 'function' },
      ],
      exports: [{ name: 'example:shop/greeter', kind: 'interface', functions: 1 }],
      wasi: [
        { package: 'wasi:clocks', version: '0.2.3', interfaces: ['wall-clock'] },
        { package: 'wasi:cli', version: '0.2.3', interfaces: ['exit'] },
        { package: 'wasi:cli', version: null, interfaces: ['stdin'] },
      ],
      features: [],
      stringEncodings: { utf16: 1, utf8: 1 },
      structure: {
        kind: 'component',
        name: null,
        offset: 0,
        bytes: shop.length,
        imports: 4,
        exports: 1,
        parts: [
          { kind: 'core-module', name: 'memory', imports: 0, exports: 2 },
          { kind: 'core-module', name: 'main', imports: 2, exports: 1 },
          { kind: 'component', name: 'wrap', imports: 1, exports: 1, parts: [] },
        ],
      },
    });
    expect(data).toHaveProperty('wit', (await folder.run('inspect', '--wit', '@/shop.wasm')).out);
  });

  it('shows a WIT package as that, and counts nothing in it', async () => {
    const text = `(component
      (type (component (export "a:b/types@1.0.0" (instance (export "f" (func))))))
      (export "types" (type 0)))`;
    await folder.write('package.wasm', encodeComponent(text));
    const { out } = await folder.run('inspect', '@/package.wasm');
    expect(out).toMatch(
      /^@\/package\.wasm: a WIT package, \d+ bytes\n\npackage a:b@1\.0\.0;\n\ninterface types \{\n {2}f: func\(\);\n\}\n\nfeatures {2}none\n\nstructure\n/,
    );
  });

  it('writes to a file', async () => {
    expect(await folder.run('inspect', '@/shop.wasm', '--wit', '-o', '@/shop.wit')).toEqual({
      exitCode: 0,
      out: '',
      err: 'wrote @/shop.wit\n',
    });
    expect(await folder.read('shop.wit')).toContain(world);
  });

  it('has colours where they are seen, and none in files', async () => {
    const colors = { out: true, err: true };
    expect((await folder.runOn({ colors }, 'inspect', '@/shop.wasm')).out).toContain(
      '\u001b[1mstructure\u001b[22m',
    );
    expect((await folder.run('inspect', '@/shop.wasm')).out).not.toContain('\u001b');
    expect((await folder.runOn({ colors }, 'inspect', '@/shop.wasm', '--wit')).out).not.toContain('\u001b');
    await folder.runOn({ colors }, 'inspect', '@/shop.wasm', '-o', '@/view.txt');
    expect(await folder.read('view.txt')).not.toContain('\u001b');
    expect((await folder.runOn({ colors }, 'inspect', '@/core.wasm')).err).toBe(
      '\u001b[1m@/core.wasm:0x0:\u001b[22m \u001b[1;31merror[core-module]:\u001b[22;39m this is a core module, not a component\n',
    );
  });

  it('shows no name that steers a terminal', async () => {
    const name = '\u001b[2J';
    const section = `(@custom "component-name" "\\00\\05\\04${name}")`;
    await folder.write('steer.wasm', encodeComponent(`(component ${section.replace('\u001b', '\\1b')})`));
    const { out } = await folder.run('inspect', '@/steer.wasm');
    expect(out).not.toContain('\u001b');
    expect(out).toContain('component \\u{1b}[2J');
    const { out: json } = await folder.run('inspect', '@/steer.wasm', '--format', 'json');
    expect(json).toContain('"name": "\\u001b[2J"');
  });
});

describe('inspect of what is no component', () => {
  it.each([
    ['core.wasm', '0x0: error[core-module]: this is a core module, not a component'],
    ['text.wasm', '0x0: error[not-wasm]: this is not WebAssembly: it does not begin with \\0asm'],
    ['invalid.wasm', '0xb: error[unknown-index]: there is no type 3: 0 are defined so far'],
  ])('says what is wrong, and where: %s', async (name, message) => {
    expect(await folder.run('inspect', `@/${name}`)).toEqual({
      exitCode: 1,
      out: '',
      err: `@/${name}:${message}\n`,
    });
  });

  it('says where it ends early', async () => {
    const { exitCode, err } = await folder.run('inspect', '--graph', 'svg', '@/cut.wasm');
    expect([exitCode, err]).toEqual([
      1,
      expect.stringMatching(/^@\/cut\.wasm:0x[0-9a-f]+: error\[unexpected-end\]: /),
    ]);
  });

  it('gives tools the same', async () => {
    const { exitCode, out, err } = await folder.run('inspect', '--format', 'json', '@/core.wasm');
    expect([exitCode, err, JSON.parse(out)]).toEqual([
      1,
      '',
      {
        diagnostics: [
          {
            code: 'core-module',
            message: 'this is a core module, not a component',
            file: expect.stringMatching(/core\.wasm$/),
            where: '0x0',
          },
        ],
      },
    ]);
  });
});

describe('inspect, called in a wrong way', () => {
  it.each([
    [['inspect'], "error: missing required argument 'path'\n"],
    [['inspect', '@/nothing.wasm'], 'error: @/nothing.wasm: there is no such file or folder\n'],
    [['inspect', '@/folder'], 'error: @/folder: a file is needed here, and there is a folder\n'],
    [['inspect', '@/shop.wasm', '--graph', 'png'], 'error: --graph can be mermaid or svg, not png\n'],
    [['inspect', '@/shop.wasm', '--graph', '--wit'], 'error: either --wit or --graph can be asked for\n'],
    [
      ['inspect', '@/shop.wasm', '--format', 'json', '--wit'],
      'error: --format json has the whole view, and goes without --wit\n',
    ],
    [
      ['inspect', '@/shop.wasm', '--format', 'xml'],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json.\n",
    ],
  ])('ends with the code 2: %j', async (args, err) => {
    expect(await folder.run(...args)).toEqual({ exitCode: 2, out: '', err });
  });
});
