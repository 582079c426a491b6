import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineConfig } from 'wit-bindgen-ts';
import { CommandFolder } from './command-line.js';

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({
    'wit/shop.wit':
      'package example:shop;\n\ninterface log { @unstable(feature = more) more: func(); write: func(); }\nworld shop { import log; }\nworld kiosk { import log; }\n',
    'bare.wit': 'package a:b;\n\nworld bare {}\n',
  });
});
afterEach(() => folder.remove());

/** Writes a config file that exports this expression. */
const config = (expression: string, name = 'wit-bindgen-ts.config.ts') =>
  folder.write(
    name,
    `import { defineConfig } from 'wit-bindgen-ts';\n\nexport default defineConfig(${expression});\n`,
  );

describe('a config file', () => {
  it('of the current folder says what to generate', async () => {
    await config("{ input: 'wit', worlds: ['shop'], outDir: 'src/generated', features: ['more'] }");
    expect(await folder.run('generate')).toEqual({
      exitCode: 0,
      out: '',
      err: 'wrote @/src/generated/shop.ts\nwrote @/src/generated/imports/example-shop/log.ts\n',
    });
    expect(await folder.read('src/generated/imports/example-shop/log.ts')).toContain('more(): void;');
  });

  it('can stand elsewhere, and its paths are relative to its folder', async () => {
    await config("{ input: '../bare.wit', outDir: 'out' }", 'config/bindings.ts');
    expect(await folder.run('generate', '--config', '@/config/bindings.ts')).toEqual({
      exitCode: 0,
      out: '',
      err: 'wrote @/config/out/bare.ts\n',
    });
  });

  it('can be JavaScript', async () => {
    await folder.write('wit-bindgen-ts.config.mjs', "export default { input: 'bare.wit' };\n");
    expect((await folder.run('generate')).err).toBe('wrote @/generated/bare.ts\n');
  });

  it('can have several entries, also for one folder', async () => {
    await config(
      "[{ input: 'wit', worlds: 'all' }, { input: 'bare.wit' }, { input: 'bare.wit', outDir: 'other' }]",
    );
    expect((await folder.run('generate')).exitCode).toBe(0);
    expect(await folder.files('generated')).toEqual([
      'bare.ts',
      'imports/example-shop/log.ts',
      'kiosk.ts',
      'shop.ts',
    ]);
    expect(await folder.files('other')).toEqual(['bare.ts']);
    expect((await folder.run('generate', '--check')).err).toBe(
      '4 files in @/generated are up to date\n1 file in @/other is up to date\n',
    );
  });

  it('gives way to flags', async () => {
    await config("{ input: 'wit', worlds: ['shop'], outDir: 'src', features: ['more'] }");
    expect(
      (await folder.run('generate', '--world', 'kiosk', '--out-dir', '@/out', '--features', 'x')).err,
    ).toBe(
      '@/wit: warning: nothing in it needs the feature `x`\nwrote @/out/kiosk.ts\nwrote @/out/imports/example-shop/log.ts\n',
    );
    expect(await folder.read('out/imports/example-shop/log.ts')).not.toContain('more');
    expect((await folder.run('generate', '@/bare.wit', '--world', 'bare')).err).toBe(
      '@/bare.wit: warning: nothing in it needs the feature `more`\nwrote @/src/bare.ts\n',
    );
  });

  it('is not read where the command names another', async () => {
    await config('{ wrong: 1 }');
    await config("{ input: 'bare.wit' }", 'other.ts');
    expect((await folder.run('generate', '-c', '@/other.ts')).err).toBe('wrote @/generated/bare.ts\n');
  });
});

describe('defineConfig', () => {
  it('knows the keys, and returns what it is given', () => {
    const one = { input: 'wit', worlds: 'all' } as const;
    expect(defineConfig(one)).toBe(one);
    expect(defineConfig([one])).toEqual([one]);
    // @ts-expect-error `outdir` is no key.
    defineConfig({ input: 'wit', outdir: 'out' });
  });
});

describe('a config file that cannot be used', () => {
  const refused = async (message: string) =>
    expect(await folder.run('generate')).toEqual({ exitCode: 2, out: '', err: `error: ${message}\n` });

  it.each([
    ['{}', '`input` is missing: what to generate from'],
    ["{ input: 'wit', outdir: 'x' }", 'there is no key `outdir`; did you mean `outDir`?'],
    ["{ input: 'wit', world: 'x' }", 'there is no key `world`; did you mean `worlds`?'],
    [
      "{ input: 'wit', x: 1 }",
      'there is no key `x`; the keys are input, worlds, interfaces, outDir, features, results, with, trappable, async',
    ],
    ['{ input: 1 }', '`input` must be a string, found 1'],
    ["{ input: 'wit', worlds: 'shop' }", '`worlds` must be a list of strings, or \'all\', found "shop"'],
    ["{ input: 'wit', results: 'both' }", "`results` must be 'throw' or 'value', found \"both\""],
    ["{ input: 'wit', with: { 'a:b/c': 1 } }", '`with` must be an object of strings, found {"a:b/c":1}'],
    ["{ input: 'wit', trappable: false }", '`trappable` must be a list of strings, or true, found false'],
    ["{ input: 'wit', async: true }", '`async` must be an object, found true'],
    [
      "{ input: 'wit', async: { imports: 'f' } }",
      '`async.imports` must be a list of strings, or true, found "f"',
    ],
    ["{ input: 'wit', async: { import: true } }", 'there is no key `async.import`; did you mean `imports`?'],
    ["[{ input: 'wit' }, { interfaces: 1 }]", '`[1].interfaces` must be true or false, found 1'],
    ['[1]', '`[0]` must be an object, found 1'],
    ["{ input: 'wit', worlds: [] }", '`worlds` must name a world, found []'],
    ['[]', 'the list is empty: there is nothing to generate'],
    [
      '() => 1',
      'the default export must be an object, or a list of them: `export default defineConfig({ … })`',
    ],
  ])('%s', async (expression, message) => {
    await folder.write('wit-bindgen-ts.config.mjs', `export default ${expression};\n`);
    await refused(`@/wit-bindgen-ts.config.mjs: ${message}`);
  });

  it('because it fails', async () => {
    await folder.write('wit-bindgen-ts.config.ts', "throw new Error('no luck');\n");
    await refused('@/wit-bindgen-ts.config.ts: this cannot be loaded: no luck');
  });

  it('because it is not there', async () => {
    expect(await folder.run('generate', '--config', '@/nothing.ts')).toEqual({
      exitCode: 2,
      out: '',
      err: 'error: @/nothing.ts: there is no such file\n',
    });
  });

  it('because there are two', async () => {
    await config("{ input: 'wit' }");
    await config("{ input: 'wit' }", 'wit-bindgen-ts.config.js');
    await refused(
      '@/wit-bindgen-ts.config.ts: @/wit-bindgen-ts.config.js is there too, and one must be chosen with --config',
    );
  });

  it('because it asks for two things at once', async () => {
    await config("{ input: 'wit', worlds: ['shop'], interfaces: true }");
    await refused('either `worlds` or `interfaces` can be generated: give each an entry in the config file');
  });

  it.each(['imports', 'exports/a-b'])('because one folder is within that of another: %s', async (inner) => {
    await config(
      `[{ input: 'bare.wit', outDir: 'out/${inner}' }, { input: 'wit', worlds: 'all', outDir: 'out' }]`,
    );
    await refused(
      `@/out/${inner}: in this folder go the files of interfaces of @/out; choose another for one of them`,
    );
  });

  it('with a path beside it', async () => {
    await config("[{ input: 'wit' }, { input: 'bare.wit' }]");
    expect(await folder.run('generate', '@/bare.wit')).toEqual({
      exitCode: 2,
      out: '',
      err: 'error: @/wit-bindgen-ts.config.ts has several entries, and goes without a path\n',
    });
  });
});
