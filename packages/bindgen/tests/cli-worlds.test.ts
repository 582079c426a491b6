import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandFolder } from './command-line.js';

const shop = `package example:shop@1.2.0;

interface log { write: func(message: string); }

world shop { import log; }
world kiosk { import log; export log; }
`;

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({ 'shop.wit': shop });
});
afterEach(() => folder.remove());

const generate = (...flags: string[]) => folder.run('generate', '@/shop.wit', '--out-dir', '@/out', ...flags);

const files = ['exports/example-shop/log.ts', 'imports/example-shop/log.ts', 'kiosk.ts', 'shop.ts'];

describe('several worlds', () => {
  it('share a folder, and the files of interfaces', async () => {
    expect(await generate('--world', 'shop', '--world', 'kiosk')).toEqual({
      exitCode: 0,
      out: '',
      err: `wrote @/out/shop.ts
wrote @/out/imports/example-shop/log.ts
wrote @/out/kiosk.ts
wrote @/out/exports/example-shop/log.ts
`,
    });
    expect(await folder.files('out')).toEqual(files);
    expect((await generate('-w', 'kiosk')).err).toBe('3 files in @/out are up to date\n');
  });

  it('are all of the package where that is asked for', async () => {
    expect((await generate('--all-worlds')).exitCode).toBe(0);
    expect(await folder.files('out')).toEqual(files);
    expect((await generate('--all-worlds', '--check')).err).toBe('4 files in @/out are up to date\n');
  });

  it('that are not there are told, and then nothing is written', async () => {
    expect(await generate('-w', 'shop', '-w', 'stand')).toEqual({
      exitCode: 2,
      out: '',
      err: `error: the package example:shop@1.2.0 has no world \`stand\`; the worlds are:
  example:shop/shop@1.2.0
  example:shop/kiosk@1.2.0
`,
    });
    await folder.write('shop.wit', 'package a:b;\n\ninterface i {}\n');
    expect(await generate('--all-worlds')).toEqual({
      exitCode: 2,
      out: '',
      err: 'error: the package a:b has no world\n',
    });
    expect(await folder.files()).toEqual(['shop.wit']);
  });

  it('of which one cannot be generated leave nothing behind', async () => {
    await folder.write('shop.wit', `${shop}\nworld stand { export f: func() -> list<string, 0>; }\n`);
    const { exitCode, err } = await generate('--all-worlds');
    expect([exitCode, err.split('\n')[0]]).toEqual([
      1,
      '@/shop.wit:8:22: error[empty-list]: a list of the fixed length 0 can stand in no component',
    ]);
    expect(await folder.files()).toEqual(['shop.wit']);
  });

  it('that would have different files of one name are refused', async () => {
    await folder.write(
      'wit/main.wit',
      'package a:b; world one { import c:d/e@1.0.0; } world two { import c:d/e@2.0.0; }',
    );
    await folder.write('wit/deps/one.wit', 'package c:d@1.0.0; interface e { f: func(); }');
    await folder.write('wit/deps/two.wit', 'package c:d@2.0.0; interface e { g: func(); }');
    expect(await folder.run('generate', '@/wit', '--all-worlds', '-o', '@/out')).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/imports/c-d/e.ts: this file would not be the same for the world a:b/one and the world a:b/two; generate them into folders of their own\n',
    });
    expect(await folder.files('')).toEqual([
      'shop.wit',
      'wit/deps/one.wit',
      'wit/deps/two.wit',
      'wit/main.wit',
    ]);
  });
});
