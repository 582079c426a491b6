import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandFolder } from './command-line.js';

const shop = `package example:shop@1.2.0;

interface log { write: func(message: string); }
interface inventory { items: func() -> list<string>; }

world shop {
  import log;
  export inventory;
}
`;

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({ 'shop.wit': shop });
});
afterEach(() => folder.remove());

/** The lines of a unified diff that are not in both files, and the names of files. */
const changedLines = (diff: string): string[] => diff.split('\n').filter((line) => /^[-+]/.test(line));

const generate = (...flags: string[]) => folder.run('generate', '@/shop.wit', '--out-dir', '@/out', ...flags);

describe('generate', () => {
  it('writes the files of a world, and says which', async () => {
    expect(await generate()).toEqual({
      exitCode: 0,
      out: '',
      err: `wrote @/out/shop.ts
wrote @/out/imports/example-shop/log.ts
wrote @/out/exports/example-shop/inventory.ts
`,
    });
    expect(await folder.files('out')).toEqual([
      'exports/example-shop/inventory.ts',
      'imports/example-shop/log.ts',
      'shop.ts',
    ]);
  });

  it('touches only what is not up to date', async () => {
    await generate();
    expect(await generate()).toEqual({ exitCode: 0, out: '', err: '3 files in @/out are up to date\n' });
    await folder.write('shop.wit', shop.replace('write: func', 'flush: func();\n  write: func'));
    expect(await generate()).toEqual({
      exitCode: 0,
      out: '',
      err: 'wrote @/out/imports/example-shop/log.ts\n2 files were up to date\n',
    });
  });

  it('removes what it generated for an interface that is gone, and nothing else', async () => {
    await generate();
    await folder.write('out/imports/example-shop/mine.ts', 'export const mine = 1;\n');
    await folder.write(
      'shop.wit',
      shop.replace('interface log', 'interface journal').replace('import log', 'import journal'),
    );
    expect(await generate()).toEqual({
      exitCode: 0,
      out: '',
      err: `wrote @/out/shop.ts
wrote @/out/imports/example-shop/journal.ts
removed @/out/imports/example-shop/log.ts
1 file was up to date
`,
    });
    await folder.write('shop.wit', shop.replace('  export inventory;\n', ''));
    await generate();
    expect(await folder.files('out')).toEqual([
      'imports/example-shop/log.ts',
      'imports/example-shop/mine.ts',
      'shop.ts',
    ]);
  });

  it('leaves the files of another world in the same folder', async () => {
    await folder.write('shop.wit', `${shop}world kiosk { export inventory; }\n`);
    await generate('-w', 'shop');
    expect(await generate('-w', 'kiosk')).toEqual({
      exitCode: 0,
      out: '',
      err: 'wrote @/out/kiosk.ts\n1 file was up to date\n',
    });
    expect(await folder.files('out')).toEqual([
      'exports/example-shop/inventory.ts',
      'imports/example-shop/log.ts',
      'kiosk.ts',
      'shop.ts',
    ]);
  });

  it('reads a folder with its dependencies, and chooses a world', async () => {
    await folder.write(
      'wit/world.wit',
      'package a:b; world one { import c:d/e; } world two { import c:d/e; }',
    );
    await folder.write(
      'wit/deps/d.wit',
      'package c:d; interface e { @unstable(feature = extra) f: func(); }',
    );
    expect(await folder.run('generate', '@/wit', '-w', 'two', '-o', '@/out', '--features', 'extra')).toEqual({
      exitCode: 0,
      out: '',
      err: 'wrote @/out/two.ts\nwrote @/out/imports/c-d/e.ts\n',
    });
  });
});

describe('generate --format json', () => {
  it('leaves the standard output to the diagnostics', async () => {
    expect(await generate('--format', 'json')).toEqual({
      exitCode: 0,
      out: '{\n  "diagnostics": []\n}\n',
      err: `wrote @/out/shop.ts
wrote @/out/imports/example-shop/log.ts
wrote @/out/exports/example-shop/inventory.ts
`,
    });
  });
});

describe('generate --check', () => {
  it('passes if all is up to date, whatever the line ends', async () => {
    await generate();
    await folder.write('out/shop.ts', (await folder.read('out/shop.ts')).replaceAll('\n', '\r\n'));
    expect(await generate('--check')).toEqual({
      exitCode: 0,
      out: '',
      err: '3 files in @/out are up to date\n',
    });
  });

  it('lists what differs, is missing or is stale, and writes nothing', async () => {
    await generate();
    const edited = `${await folder.read('out/exports/example-shop/inventory.ts')}// edited\n`;
    await folder.write('out/exports/example-shop/inventory.ts', edited);
    await folder.write(
      'shop.wit',
      shop.replace('interface log', 'interface journal').replace('import log', 'import journal'),
    );
    const before = await folder.files();
    const { exitCode, out, err } = await generate('--check');
    expect([exitCode, err]).toEqual([
      1,
      `the generated code in @/out is not up to date:
- @/out/shop.ts: differs
- @/out/imports/example-shop/journal.ts: missing
- @/out/exports/example-shop/inventory.ts: differs
- @/out/imports/example-shop/log.ts: no longer generated
run the same command without --check to update it
`,
    ]);
    expect(changedLines(out)).toEqual([
      '--- @/out/shop.ts',
      '+++ @/out/shop.ts',
      expect.stringMatching(/^-import .*log/),
      expect.stringMatching(/^\+import .*journal/),
      expect.stringMatching(/^-.*log/),
      expect.stringMatching(/^\+.*journal/),
      expect.stringMatching(/^-.*log/),
      expect.stringMatching(/^\+.*journal/),
      expect.stringMatching(/^-.*logLowerings,$/),
      expect.stringMatching(/^\+.*journalLowerings,$/),
      '--- @/out/exports/example-shop/inventory.ts',
      '+++ @/out/exports/example-shop/inventory.ts',
      '-// edited',
    ]);
    expect(await folder.files()).toEqual(before);
    expect(await folder.read('out/exports/example-shop/inventory.ts')).toBe(edited);
  });

  it('colours the difference where that can be seen, and leaves it out where that is asked for', async () => {
    await generate();
    await folder.write('out/shop.ts', `${await folder.read('out/shop.ts')}// edited\n`);
    const check = ['generate', '@/shop.wit', '--out-dir', '@/out', '--check'];
    const { out } = await folder.runOn({ colors: { out: true, err: true } }, ...check);
    expect(out).toContain(
      '\u001b[1m--- @/out/shop.ts\u001b[22m\n\u001b[1m+++ @/out/shop.ts\u001b[22m\n\u001b[36m@@ -',
    );
    expect(out).toContain('\n\u001b[31m-// edited\u001b[39m\n');
    expect(await generate('--check', '--quiet')).toEqual({
      exitCode: 1,
      out: '',
      err: 'the generated code in @/out is not up to date:\n- @/out/shop.ts: differs\n',
    });
  });

  it('fails before anything was generated', async () => {
    expect((await generate('--check')).exitCode).toBe(1);
    expect(await folder.files()).toEqual(['shop.wit']);
  });
});

describe('errors', () => {
  const nothingWritten = async () => expect(await folder.files()).toEqual(['shop.wit']);

  it('of WIT show their place', async () => {
    await folder.write('shop.wit', shop.replace('list<string>', 'list<strin>'));
    expect(await generate()).toMatchInlineSnapshot(`
     {
       "err": "@/shop.wit:4:45: error[unknown-type]: there is no type \`strin\`
       3 | interface log { write: func(message: string); }
       4 | interface inventory { items: func() -> list<strin>; }
         |                                             ^^^^^
     note: did you mean \`string\`?

     1 error
     ",
       "exitCode": 1,
       "out": "",
     }
    `);
    await nothingWritten();
  });

  const empty = shop.replace('list<string>', 'list<string, 0>');

  it('of WIT that cannot be generated leave nothing behind', async () => {
    await folder.write('shop.wit', empty);
    expect(await generate()).toMatchInlineSnapshot(`
     {
       "err": "@/shop.wit:4:23: error[empty-list]: a list of the fixed length 0 can stand in no component
       3 | interface log { write: func(message: string); }
       4 | interface inventory { items: func() -> list<string, 0>; }
         |                       ^^^^^

     1 error
     ",
       "exitCode": 1,
       "out": "",
     }
    `);
    await nothingWritten();
  });

  it('of WIT are data where that is asked for', async () => {
    await folder.write('shop.wit', empty);
    const { exitCode, out, err } = await generate('--format', 'json');
    expect([exitCode, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({
      diagnostics: [expect.objectContaining({ code: 'empty-list', file: '@/shop.wit', line: 4, column: 23 })],
    });
    await nothingWritten();
  });

  it('tell which worlds there are', async () => {
    await folder.write('shop.wit', `${shop}\nworld kiosk {}\n`);
    expect(await generate()).toMatchInlineSnapshot(`
     {
       "err": "error: the package example:shop@1.2.0 has several worlds, and one must be chosen; the worlds are:
       example:shop/shop@1.2.0
       example:shop/kiosk@1.2.0
     ",
       "exitCode": 2,
       "out": "",
     }
    `);
    expect(await generate('--world', 'shp')).toMatchInlineSnapshot(`
     {
       "err": "error: the package example:shop@1.2.0 has no world \`shp\`; the worlds are:
       example:shop/shop@1.2.0
       example:shop/kiosk@1.2.0
     ",
       "exitCode": 2,
       "out": "",
     }
    `);
    await nothingWritten();
  });

  it('tell that a file does not exist', async () => {
    expect(await folder.run('generate', '@/nothing.wit')).toEqual({
      exitCode: 2,
      out: '',
      err: 'error: @/nothing.wit: there is no such file or folder\n',
    });
  });

  it('keep a file that was not generated', async () => {
    await folder.write('out/shop.ts', 'export const mine = 1;\n');
    expect(await generate()).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/shop.ts: this file was not generated by wit-bindgen-ts and would be overwritten; move it or choose another --out-dir\n',
    });
    expect(await folder.files()).toEqual(['out/shop.ts', 'shop.wit']);
    expect(await folder.read('out/shop.ts')).toBe('export const mine = 1;\n');
  });

  it('in writing leave every file as it was', async () => {
    await generate();
    const before = await folder.read('out/shop.ts');
    await folder.write(
      'shop.wit',
      shop.replace('world shop {', 'world shop {\n  export open: func();').replaceAll('inventory', 'stock'),
    );
    // Where the folder of the last file is to be, there is a link that leads nowhere.
    const exports = join(folder.path, 'out/exports');
    await rm(exports, { recursive: true });
    await symlink('nowhere/at-all', exports);
    expect(await generate()).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/exports: a folder is needed here, and there is a file\n',
    });
    expect(await folder.read('out/shop.ts')).toBe(before);
    expect(await folder.files('out')).toEqual(['imports/example-shop/log.ts', 'shop.ts']);
  });

  it('tell that a folder stands where a file is needed', async () => {
    await folder.write('out/shop.ts/mine', '');
    expect(await generate()).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/shop.ts: a file is needed here, and there is a folder\n',
    });
  });

  it('tell that a file stands where a folder is needed', async () => {
    await folder.write('out', '');
    expect(await generate()).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/shop.ts: a folder is needed here, and there is a file\n',
    });
  });
});

describe('the command line', () => {
  it('says its version', async () => {
    expect(await folder.run('--version')).toEqual({ exitCode: 0, out: '0.1.0\n', err: '' });
  });

  it('explains itself', async () => {
    const { exitCode, out } = await folder.run('generate', '--help');
    expect(exitCode).toBe(0);
    expect(out).toMatchInlineSnapshot(`
     "Usage: wit-bindgen-ts generate [options] [path]

     Generates the bindings of worlds: one file for each world, and one for each
     interface and direction.
     Files of worlds and interfaces that are gone are removed.

     Arguments:
       path                       a WIT file, a folder of them with its dependencies
                                  in \`deps\`, a component, a WIT package in binary
                                  form, or \`-\` for any of them on the standard input;
                                  may stand in the config file

     Options:
       -c, --config <file>        the config file; else \`wit-bindgen-ts.config.ts\`
                                  (.mts, .js, .mjs) if it is there
       -w, --world <name>         the world, if there are several; can be repeated
       --all-worlds               every world of the package
       --interfaces               the interfaces of the package alone
       -o, --out-dir <folder>     where the files go; \`generated\` unless given
       --features <names>         the \`@unstable\` features to include, with commas
                                  between them
       --all-features             include every \`@unstable\` feature
       --results <kind>           whether a \`result\` is returned or thrown (choices:
                                  "throw", "value")
       --with <item=module>       take an interface or a resource from a module; can
                                  be repeated
       --trappable [pattern]      imported functions that may trap; all, or by name
       --async-imports [pattern]  imported functions to await; all, or by name
       --async-exports [pattern]  exported functions that return promises; all, or by
                                  name
       --check                    write nothing; show how the files differ, and fail
                                  if they do
       --watch                    generate again whenever the input changes
       --dry-run                  write nothing; say what would be written
       --stdout                   print the files instead of writing them
       -q, --quiet                print nothing but errors
       --format <format>          how errors are printed; json goes to the standard
                                  output (choices: "text", "json", default: text)
       --color                    colour the text, even if it does not go to a
                                  terminal
       --no-color                 never colour the text
       -h, --help                 display help for command
     "
    `);
    expect((await folder.run('--help')).out).toMatchInlineSnapshot(`
     "Usage: wit-bindgen-ts [options] [command]

     Generates readable TypeScript bindings for WebAssembly components from WIT.

     Options:
       -V, --version              output the version number
       -h, --help                 display help for command

     Commands:
       generate [options] [path]  generate the bindings of worlds
       check [options] <path>     say what is wrong with WIT
       inspect [options] [path]   show what a component is
       help [command]             display help for command
     "
    `);
  });

  it('refuses what it does not know, in one line', async () => {
    expect(await folder.run('generat')).toEqual({
      exitCode: 2,
      out: '',
      err: "error: unknown command 'generat'\n(Did you mean generate?)\n",
    });
    expect(await folder.run('generate')).toEqual({
      exitCode: 2,
      out: '',
      err: "error: missing required argument 'path': there is no config file here that names an input\n",
    });
    expect(await generate('--chek')).toEqual({
      exitCode: 2,
      out: '',
      err: "error: unknown option '--chek'\n(Did you mean --check?)\n",
    });
  });
});
