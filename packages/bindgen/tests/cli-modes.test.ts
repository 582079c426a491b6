import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takesProgress } from '../src/cli/terminal.js';
import { CommandFolder } from './command-line.js';

const shop = `package example:shop@1.2.0;

interface log { write: func(message: string); }

world shop { import log; }
world kiosk { export log; }
`;

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({ 'shop.wit': shop, 'bare.wit': 'package a:b;\n\nworld bare {}\n' });
});
afterEach(() => folder.remove());

const generate = (...flags: string[]) =>
  folder.run('generate', '@/shop.wit', '-w', 'shop', '--out-dir', '@/out', ...flags);

describe('generate --dry-run', () => {
  it('says what would be written and removed, and does neither', async () => {
    expect(await generate('--dry-run')).toEqual({
      exitCode: 0,
      out: 'would write @/out/shop.ts\nwould write @/out/imports/example-shop/log.ts\n',
      err: '',
    });
    expect(await folder.files()).toEqual(['bare.wit', 'shop.wit']);
    await generate();
    await folder.write('shop.wit', shop.replace(' import log; ', ''));
    const before = await folder.files();
    expect(await generate('--dry-run')).toEqual({
      exitCode: 0,
      out: 'would write @/out/shop.ts\nwould remove @/out/imports/example-shop/log.ts\n',
      err: '',
    });
    expect(await folder.files()).toEqual(before);
  });

  it('counts what is up to date', async () => {
    await generate();
    expect((await generate('--dry-run')).out).toBe('2 files in @/out are up to date\n');
    await folder.write('shop.wit', shop.replace('write:', 'put:'));
    expect((await generate('--dry-run')).out).toBe(
      'would write @/out/imports/example-shop/log.ts\n1 file is up to date\n',
    );
  });
});

describe('generate --stdout', () => {
  it('prints one file as it is', async () => {
    await folder.run('generate', '@/bare.wit', '--out-dir', '@/out');
    expect(await folder.run('generate', '@/bare.wit', '--stdout')).toEqual({
      exitCode: 0,
      out: await folder.read('out/bare.ts'),
      err: '',
    });
  });

  it('prints several with a line before each, and writes none', async () => {
    const { exitCode, out, err } = await generate('--stdout');
    expect([exitCode, err, await folder.files()]).toEqual([0, '', ['bare.wit', 'shop.wit']]);
    await generate();
    expect(out).toBe(
      [
        '// file: @/out/shop.ts',
        await folder.read('out/shop.ts'),
        '// file: @/out/imports/example-shop/log.ts',
        await folder.read('out/imports/example-shop/log.ts'),
      ].join('\n'),
    );
  });
});

describe('generate --quiet', () => {
  it('prints nothing when all is well', async () => {
    expect(await generate('--quiet')).toEqual({ exitCode: 0, out: '', err: '' });
    expect(await generate('-q', '--check')).toEqual({ exitCode: 0, out: '', err: '' });
  });

  it('prints errors', async () => {
    await folder.write('shop.wit', '');
    expect((await generate('--quiet')).err).toContain('error[');
  });
});

describe('the progress line', () => {
  it('is there while someone looks on, and gone in the end', async () => {
    const looking = { isInteractive: true };
    const { err } = await folder.runOn(looking, 'generate', '@/shop.wit', '-w', 'shop', '-o', '@/out');
    const erase = '\r\u001b[K';
    expect(err).toBe(
      `reading @/shop.wit…${erase}generating the world example:shop/shop@1.2.0…${erase}writing…${erase}` +
        'wrote @/out/shop.ts\nwrote @/out/imports/example-shop/log.ts\n',
    );
  });

  it('is no wider than a terminal', async () => {
    const { err } = await folder.runOn({ isInteractive: true }, 'generate', `${'x'.repeat(100)}.wit`);
    expect(err.split('\r')[0]).toBe(`reading ${'x'.repeat(70)}…`);
  });

  it('is for people alone', () => {
    expect(takesProgress({ isTTY: true }, {})).toBe(true);
    expect(takesProgress({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(takesProgress({ isTTY: true }, { CI: 'true' })).toBe(false);
    expect(takesProgress({}, {})).toBe(false);
  });

  it('makes way for errors', async () => {
    await folder.write('shop.wit', 'package a:b;');
    const { err } = await folder.runOn({ isInteractive: true }, 'generate', '@/shop.wit');
    expect(err).toBe('reading @/shop.wit…\r\u001b[Kerror: the package a:b has no world\n');
  });

  it('is not there where quiet is asked for', async () => {
    const args = ['generate', '@/shop.wit', '--all-worlds', '-o', '@/out', '--quiet'];
    expect((await folder.runOn({ isInteractive: true }, ...args)).err).toBe('');
  });
});

describe('modes that do not go together', () => {
  it.each([
    [['--check', '--dry-run'], "option '--dry-run' cannot be used with option '--check'"],
    [['--watch', '--check'], "option '--watch' cannot be used with option '--check'"],
    [['--stdout', '--dry-run'], "option '--dry-run' cannot be used with option '--stdout'"],
    [['--all-worlds'], "option '--all-worlds' cannot be used with option '-w, --world <name>'"],
    [['--stdout', '--format', 'json'], 'the standard output is either for --stdout or for --format json'],
  ])('%j', async (flags, message) => {
    expect(await generate(...flags)).toEqual({ exitCode: 2, out: '', err: `error: ${message}\n` });
  });
});
