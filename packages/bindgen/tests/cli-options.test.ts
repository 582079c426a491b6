import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandFolder } from './command-line.js';

const shop = `package example:shop@1.2.0;

interface log { write: func(message: string) -> result<u32>; }
interface prices { @unstable(feature = tax) tax: func() -> u32; now: func() -> u32; }

world shop { import log; export find: func() -> result<u32, string>; }
world kiosk { import prices; }
`;

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({ 'shop.wit': shop });
});
afterEach(() => folder.remove());

const generate = (...flags: string[]) =>
  folder.run('generate', '@/shop.wit', '--world', 'shop', '--out-dir', '@/out', ...flags);

/** The lines of a generated file that have a word in them. */
const linesOf = async (path: string, word: string): Promise<string[]> =>
  (await folder.read(path)).split('\n').filter((line) => line.includes(word));

describe('flags for generated code', () => {
  it('--results', async () => {
    await generate();
    expect(await linesOf('out/shop.ts', '  find(')).toEqual(['  find(): number {']);
    await generate('--results', 'value');
    expect(await linesOf('out/shop.ts', '  find(')).toEqual(['  find(): Result<number, string> {']);
    expect((await generate('--results', 'both')).err).toBe(
      "error: option '--results <kind>' argument 'both' is invalid. Allowed choices are throw, value.\n",
    );
  });

  it('--with, as often as there is something to map', async () => {
    expect((await generate('--with', `example:shop/log=${folder.path}/log.js`)).exitCode).toBe(0);
    expect(await folder.files('out')).toEqual(['shop.ts']);
    expect(await linesOf('out/shop.ts', 'log.js')).toEqual([
      expect.stringContaining(`'${folder.path}/log.js'`),
    ]);
    await generate('--with', 'example:shop/log=host/log');
    expect(await linesOf('out/shop.ts', "from 'host/log'")).toHaveLength(1);
    expect(await generate('--with', 'example:shop/log')).toEqual({
      exitCode: 2,
      out: '',
      err: 'error: --with takes an item and a module, such as `a:b/c=./c.js`, not `example:shop/log`\n',
    });
  });

  it('--async-imports and --async-exports, for all or by name', async () => {
    await generate('--async-exports', '--async-imports', 'example:shop/log#write');
    expect(await linesOf('out/shop.ts', '  find(')).toEqual([expect.stringContaining('Promise<number>')]);
    expect(await linesOf('out/imports/example-shop/log.ts', '  write(')).toEqual([
      expect.stringContaining('Promise<number>'),
    ]);
  });

  it('--trappable, whose patterns name something', async () => {
    expect((await generate('--trappable')).exitCode).toBe(0);
    expect(
      (await generate('--trappable', 'example:shop/log', '--trappable', 'example:shop/log#write')).exitCode,
    ).toBe(0);
    expect((await generate('--trappable', 'example:shop/log#rite')).err.split('\n')[0]).toContain(
      'error[option-unused]',
    );
  });

  it('--features and --all-features', async () => {
    const tax = async (...flags: string[]): Promise<number> => {
      await folder.run('generate', '@/shop.wit', '-w', 'kiosk', '-o', '@/out', ...flags);
      return (await linesOf('out/imports/example-shop/prices.ts', '  tax(')).length;
    };
    expect(await tax()).toBe(0);
    expect(await tax('--features', 'other,tax')).toBe(1);
    expect(await tax('--features', 'other', '--features', 'tax')).toBe(1);
    expect(await tax('--all-features')).toBe(1);
    expect((await generate('--features', 'x', '--all-features')).exitCode).toBe(2);
  });

  it('--features, of which it says which gate nothing', async () => {
    const warnings = async (...args: string[]): Promise<string> => {
      const { exitCode, err } = await folder.run(...args, '@/shop.wit', '--features', 'tax,taxes,\u001b[2J');
      expect(exitCode).toBe(0);
      return err;
    };
    const expected =
      '@/shop.wit: warning: nothing in it needs the feature `taxes`\n' +
      '@/shop.wit: warning: nothing in it needs the feature `\\u{1b}[2J`\n';
    const generated = await warnings('generate', '-w', 'kiosk', '-o', '@/out');
    expect(generated.startsWith(`${expected}wrote `)).toBe(true);
    expect(await warnings('check')).toBe(`${expected}@/shop.wit: no problems\n`);
    expect(await warnings('generate', '--all-worlds', '-o', '@/out', '--quiet')).toBe('');
    expect((await folder.run('check', '@/shop.wit', '--features', 'txa')).err).toBe(
      '@/shop.wit: warning: nothing in it needs the feature `txa`; did you mean `tax`?\n@/shop.wit: no problems\n',
    );
  });

  it('count for all worlds together: what one does not have, another may', async () => {
    const both = [
      '--world',
      'kiosk',
      '--trappable',
      'example:shop/log',
      '--trappable',
      'example:shop/prices',
    ];
    expect((await generate(...both)).exitCode).toBe(0);
    const { exitCode, err } = await generate('--trappable', 'example:shop/prices');
    expect([exitCode, err.split('\n')[0]]).toEqual([1, expect.stringContaining('error[option-unused]')]);
  });

  it('are told without a place where there is no text', async () => {
    await folder.write('shop.wasm', new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00]));
    expect(await folder.run('generate', '@/shop.wasm', '--with', 'a:b/c=d')).toEqual({
      exitCode: 1,
      out: '',
      err: expect.stringMatching(/^error\[option-unused\]: .*`a:b\/c`.*\n$/),
    });
    const { out } = await folder.run('generate', '@/shop.wasm', '--with', 'a:b/c=d', '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      diagnostics: [expect.objectContaining({ code: 'option-unused', where: expect.any(String) })],
    });
  });
});

describe('--interfaces', () => {
  it('generates the interfaces of the package, without a world', async () => {
    const flags = ['--interfaces', '--out-dir', '@/out'];
    expect((await folder.run('generate', '@/shop.wit', ...flags)).exitCode).toBe(0);
    expect(await folder.files('out')).toEqual([
      'exports/example-shop/log.ts',
      'exports/example-shop/prices.ts',
      'imports/example-shop/log.ts',
      'imports/example-shop/prices.ts',
    ]);
    expect((await folder.run('generate', '@/shop.wit', ...flags, '--check')).err).toBe(
      '4 files in @/out are up to date\n',
    );
  });

  it('is instead of worlds', async () => {
    expect((await generate('--interfaces')).err).toBe(
      "error: option '--interfaces' cannot be used with option '-w, --world <name>'\n",
    );
  });
});

describe('options in a config file', () => {
  beforeEach(() =>
    folder.write(
      'config/bindings.mjs',
      `export default {
  input: '../shop.wit',
  worlds: ['shop'],
  outDir: '../src/generated',
  results: 'value',
  with: { 'example:shop/log': './host/log.js' },
  async: { exports: true },
};
`,
    ),
  );

  it('are those of the flags, and modules are relative to its folder', async () => {
    expect((await folder.run('generate', '--config', '@/config/bindings.mjs')).exitCode).toBe(0);
    expect(await linesOf('src/generated/shop.ts', 'log.js')).toEqual([
      expect.stringContaining("'../../config/host/log.js'"),
    ]);
    expect(await linesOf('src/generated/shop.ts', '  find(')).toEqual([
      expect.stringContaining('Promise<Result<number, string>>'),
    ]);
  });

  it('give way to flags, and mappings are added to', async () => {
    const flags = ['--results', 'throw', '--with', 'example:shop/log=host-log'];
    expect((await folder.run('generate', '--config', '@/config/bindings.mjs', ...flags)).exitCode).toBe(0);
    expect(await linesOf('src/generated/shop.ts', "'host-log'")).toHaveLength(1);
    expect(await linesOf('src/generated/shop.ts', '  find(')).toEqual([
      expect.stringContaining('Promise<number>'),
    ]);
  });
});
