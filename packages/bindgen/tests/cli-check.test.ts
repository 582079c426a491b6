import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takesColor } from '../src/cli/terminal.js';
import { CommandFolder } from './command-line.js';

const faulty = `package example:shop@1.2.0;

interface inventory {
  record item { id: u32 }
  find: func(name: strin) -> option<itme>;
}
`;

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({
    'shop.wit': faulty,
    'right.wit': 'package example:shop;\n\ninterface inventory {}\n',
    'gated.wit':
      'package example:shop;\n\ninterface i {\n  @unstable(feature = prices)\n  type price = u64;\n  f: func() -> price;\n}\n',
    'empty/readme.md': '',
    'duplicate.wit': 'package example:shop;\n\ninterface log {}\nworld log {}\n',
  });
});
afterEach(() => folder.remove());

describe('check', () => {
  it('prints what is wrong, and counts it', async () => {
    expect(await folder.run('check', '@/shop.wit')).toEqual({
      exitCode: 1,
      out: `@/shop.wit:5:20: error[unknown-type]: there is no type \`strin\`
  3 | interface inventory {
  4 |   record item { id: u32 }
  5 |   find: func(name: strin) -> option<itme>;
    |                    ^^^^^
  6 | }
note: did you mean \`string\`?

@/shop.wit:5:37: error[unknown-type]: there is no type \`itme\`
  3 | interface inventory {
  4 |   record item { id: u32 }
  5 |   find: func(name: strin) -> option<itme>;
    |                                     ^^^^
  6 | }
note: did you mean \`item\`?

2 errors
`,
      err: '',
    });
  });

  it('leaves the standard output empty when nothing is wrong', async () => {
    expect(await folder.run('check', '@/right.wit')).toEqual({
      exitCode: 0,
      out: '',
      err: '@/right.wit: no problems\n',
    });
  });

  it('reads a folder with its dependencies', async () => {
    await folder.write('wit/world.wit', 'package a:b;\n\nworld w { import c:d/e; import c:d/f; }\n');
    await folder.write('wit/deps/d.wit', 'package c:d;\n\ninterface e { g: func() -> missing; }\n');
    const { exitCode, out } = await folder.run('check', '@/wit');
    expect([exitCode, ...out.split('\n').filter((line) => line.startsWith('@'))]).toEqual([
      1,
      '@/wit/world.wit:3:36: error[unknown-interface]: there is no interface `f` in the package `c:d`',
      '@/wit/deps/d.wit:3:28: error[unknown-type]: there is no type `missing`',
    ]);
  });

  it('includes the features that it is told', async () => {
    expect((await folder.run('check', '@/gated.wit')).exitCode).toBe(1);
    expect((await folder.run('check', '@/gated.wit', '--features', 'orders')).exitCode).toBe(1);
    expect((await folder.run('check', '@/gated.wit', '--features', 'orders, prices')).exitCode).toBe(0);
    expect((await folder.run('check', '@/gated.wit', '--all-features')).exitCode).toBe(0);
  });

  it('says how many errors there are when it shows some of them', async () => {
    const types = Array.from({ length: 60 }, (_, index) => `  type t${index} = missing${index};\n`);
    await folder.write('many.wit', `package a:b;\n\ninterface i {\n${types.join('')}}\n`);
    const { out } = await folder.run('check', '@/many.wit');
    expect(out.match(/error\[unknown-type\]/g)).toHaveLength(50);
    expect(out.trimEnd().split('\n').at(-1)).toBe('60 errors, and only the first are shown');
    const json: unknown = JSON.parse((await folder.run('check', '@/many.wit', '--format', 'json')).out);
    expect(json).toMatchObject({ omitted: 10 });
  });
});

describe('check --format json', () => {
  it('prints one object with the diagnostics as data', async () => {
    const { exitCode, out, err } = await folder.run('check', '--format', 'json', '@/duplicate.wit');
    expect([exitCode, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        {
          code: 'duplicate-name',
          message: '`log` is defined twice in this package',
          file: '@/duplicate.wit',
          span: { file: 0, start: 46, end: 49 },
          line: 4,
          column: 7,
          frame: `  3 | interface log {}
  4 | world log {}
    |       ^^^`,
          notes: [
            {
              message: 'first defined here',
              place: {
                file: '@/duplicate.wit',
                span: { file: 0, start: 33, end: 36 },
                line: 3,
                column: 11,
                frame: `  1 | package example:shop;
  2 |
  3 | interface log {}
    |           ^^^
  4 | world log {}`,
              },
            },
          ],
        },
      ],
    });
  });

  it('prints an empty list when nothing is wrong', async () => {
    expect(await folder.run('check', '@/right.wit', '--format', 'json')).toEqual({
      exitCode: 0,
      out: '{\n  "diagnostics": []\n}\n',
      err: '',
    });
  });

  it('prints nothing that a terminal would obey', async () => {
    await folder.write('deps-\u009b2J/world.wit', 'package a:b;\n\n// \u001b[2J\n');
    const { out } = await folder.run('check', '@/deps-\u009b2J', '--format', 'json');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ file: '@/deps-\u009b2J/world.wit' }] });
  });
});

describe('colours', () => {
  const colors = { out: true, err: true };
  const painted = `\u001b[1m@/duplicate.wit:4:7:\u001b[22m \u001b[1;31merror[duplicate-name]:\u001b[22;39m \`log\` is defined twice in this package
\u001b[2m  3 |\u001b[22m interface log {}
\u001b[2m  4 |\u001b[22m world log {}
\u001b[2m    |\u001b[22m       \u001b[1;31m^^^\u001b[22;39m
\u001b[1m@/duplicate.wit:3:11:\u001b[22m \u001b[1;36mnote:\u001b[22;39m first defined here
\u001b[2m  1 |\u001b[22m package example:shop;
\u001b[2m  2 |\u001b[22m
\u001b[2m  3 |\u001b[22m interface log {}
\u001b[2m    |\u001b[22m           \u001b[1;36m^^^\u001b[22;39m
\u001b[2m  4 |\u001b[22m world log {}

1 error
`;

  it('are there where the terminal takes them', async () => {
    expect((await folder.runOn({ colors }, 'check', '@/duplicate.wit')).out).toBe(painted);
    const onlyErr = { out: false, err: true };
    expect((await folder.runOn({ colors: onlyErr }, 'check', '@/duplicate.wit')).out).not.toContain('\u001b');
    const generated = await folder.runOn({ colors: onlyErr }, 'generate', '@/duplicate.wit');
    expect(generated).toEqual({ exitCode: 1, out: '', err: painted });
  });

  it('can be asked for, or refused', async () => {
    expect((await folder.run('check', '@/duplicate.wit', '--color')).out).toBe(painted);
    const refused = await folder.runOn({ colors }, 'check', '@/duplicate.wit', '--no-color');
    expect(refused.out).not.toContain('\u001b');
  });

  it('are never in JSON', async () => {
    const { out } = await folder.runOn({ colors }, 'check', '--format', 'json', '--color', '@/duplicate.wit');
    expect(out).not.toMatch(/\u001b|u001b/);
  });

  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: false }, {}, false],
    [{}, {}, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { NO_COLOR: '' }, true],
    [{}, { FORCE_COLOR: '1' }, true],
    [{}, { FORCE_COLOR: 'true', TERM: 'dumb' }, true],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
    [{ isTTY: true }, { FORCE_COLOR: 'false' }, false],
    [{ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('on %j with %j are taken: %j', (stream, env, expected) => {
    expect(takesColor(stream, env)).toBe(expected);
  });
});

describe('wrong usage', () => {
  it.each([
    [['check'], "error: missing required argument 'path'\n"],
    [
      ['check', '@/shop.wit', '@/right.wit'],
      "error: too many arguments for 'check'. Expected 1 argument but got 2.\n",
    ],
    [['check', '--fix', '@/shop.wit'], "error: unknown option '--fix'\n"],
    [
      ['check', '--format', 'yaml', '@/shop.wit'],
      "error: option '--format <format>' argument 'yaml' is invalid. Allowed choices are text, json.\n",
    ],
    [['check', '@/nothing.wit'], 'error: @/nothing.wit: there is no such file or folder\n'],
    [['check', '@/shop.wit/deps'], 'error: @/shop.wit/deps: a folder is needed here, and there is a file\n'],
    [['check', '@/empty'], 'error: @/empty: there is no .wit file in this folder\n'],
    [['check', '@/no\u001b[2J.wit'], 'error: @/no\\u{1b}[2J.wit: there is no such file or folder\n'],
    [['chek', '@/shop.wit'], "error: unknown command 'chek'\n(Did you mean check?)\n"],
    [
      ['generate', '--format', 'json', '@/nothing.wit'],
      'error: @/nothing.wit: there is no such file or folder\n',
    ],
  ])('ends with the code 2: %j', async (args, err) => {
    expect(await folder.run(...args)).toEqual({ exitCode: 2, out: '', err });
  });

  it('is to say nothing', async () => {
    const { exitCode, out, err } = await folder.run();
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: wit-bindgen-ts \[options\] \[command\]\n/);
  });
});
