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

const generate = (...flags: string[]) => folder.run('generate', '@/shop.wit', '--out-dir', '@/out', ...flags);

describe('generate', () => {
  it('writes the files of a world, and says which', async () => {
    expect(await generate()).toEqual({
      exitCode: 0,
      out: `wrote @/out/shop.ts
wrote @/out/imports/example-shop/log.ts
wrote @/out/exports/example-shop/inventory.ts
`,
      err: '',
    });
    expect(await folder.files('out')).toEqual([
      'exports/example-shop/inventory.ts',
      'imports/example-shop/log.ts',
      'shop.ts',
    ]);
  });

  it('touches only what is not up to date', async () => {
    await generate();
    expect(await generate()).toEqual({ exitCode: 0, out: '3 files in @/out are up to date\n', err: '' });
    await folder.write('shop.wit', shop.replace('write: func', 'flush: func();\n  write: func'));
    expect(await generate()).toEqual({
      exitCode: 0,
      out: 'wrote @/out/imports/example-shop/log.ts\n2 files were up to date\n',
      err: '',
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
      out: `wrote @/out/shop.ts
wrote @/out/imports/example-shop/journal.ts
removed @/out/imports/example-shop/log.ts
1 file was up to date
`,
      err: '',
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
    await generate();
    await folder.write('shop.wit', shop.replace('world shop', 'world kiosk').replace('  import log;\n', ''));
    expect(await generate()).toEqual({
      exitCode: 0,
      out: 'wrote @/out/kiosk.ts\n1 file was up to date\n',
      err: '',
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
      out: 'wrote @/out/two.ts\nwrote @/out/imports/c-d/e.ts\n',
      err: '',
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
      out: '3 files in @/out are up to date\n',
      err: '',
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
    expect(await generate('--check')).toEqual({
      exitCode: 1,
      out: '',
      err: `the generated code in @/out is not up to date:
- @/out/shop.ts: differs
- @/out/imports/example-shop/journal.ts: missing
- @/out/exports/example-shop/inventory.ts: differs
- @/out/imports/example-shop/log.ts: no longer generated
run the same command without --check to update it
`,
    });
    expect(await folder.files()).toEqual(before);
    expect(await folder.read('out/exports/example-shop/inventory.ts')).toBe(edited);
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

  it('of WIT that cannot be generated leave nothing behind', async () => {
    await folder.write('shop.wit', shop.replace('items: func', 'items: async func'));
    expect(await generate()).toMatchInlineSnapshot(`
     {
       "err": "@/shop.wit:4:23: error[async-unsupported]: an async function is not supported yet
       3 | interface log { write: func(message: string); }
       4 | interface inventory { items: async func() -> list<string>; }
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
    await folder.write('shop.wit', shop.replace('items: func', 'items: async func'));
    const { exitCode, out, err } = await generate('--format', 'json');
    expect([exitCode, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        {
          code: 'async-unsupported',
          message: 'an async function is not supported yet',
          file: '@/shop.wit',
          span: { file: 0, start: 99, end: 104 },
          line: 4,
          column: 23,
          frame: expect.stringContaining('^^^^^'),
        },
      ],
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
    // A folder stands where the last file is to be written.
    await folder.write('out/exports/example-shop/stock.ts.new/blocker', '');
    expect(await generate()).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/exports/example-shop/stock.ts.new: a file is needed here, and there is a folder\n',
    });
    expect(await folder.read('out/shop.ts')).toBe(before);
    expect(await folder.files('out')).toEqual([
      'exports/example-shop/inventory.ts',
      'exports/example-shop/stock.ts.new/blocker',
      'imports/example-shop/log.ts',
      'shop.ts',
    ]);
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
     "Usage: wit-bindgen-ts generate [options] <path>

     Generates the bindings of a world: one file for the world, and one for each
     interface and direction.
     Files of interfaces that the world no longer has are removed.

     Arguments:
       path                    a WIT file, or a folder of them with its dependencies
                               in \`deps\`

     Options:
       -w, --world <name>      the world, if the package has several
       -o, --out-dir <folder>  where the files go (default: "generated")
       --features <names>      the \`@unstable\` features to include, with commas
                               between them, or \`all\`
       --check                 write nothing; list the files that are not up to date,
                               and fail if there are any
       --format <format>       how errors in the WIT are printed; json goes to the
                               standard output (choices: "text", "json", default:
                               text)
       --color                 colour the text, even if it does not go to a terminal
       --no-color              never colour the text
       -h, --help              display help for command
     "
    `);
    expect((await folder.run('--help')).out).toMatchInlineSnapshot(`
     "Usage: wit-bindgen-ts [options] [command]

     Generates readable TypeScript bindings for WebAssembly components from WIT.

     Options:
       -V, --version              output the version number
       -h, --help                 display help for command

     Commands:
       generate [options] <path>  generate the bindings of a world
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
      err: "error: missing required argument 'path'\n",
    });
    expect(await generate('--chek')).toEqual({
      exitCode: 2,
      out: '',
      err: "error: unknown option '--chek'\n(Did you mean --check?)\n",
    });
  });
});
