import { lstat, mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandFolder } from './command-line.js';

const shop = `package example:shop@1.2.0;

interface log { write: func(message: string); }
interface inventory { items: func() -> list<string>; }

world shop { import log; }
world kiosk { export inventory; }
`;

let folder: CommandFolder;
beforeEach(async () => {
  folder = await CommandFolder.create({ 'shop.wit': shop });
});
afterEach(() => folder.remove());

const generate = (...flags: string[]) => folder.run('generate', '@/shop.wit', '--out-dir', '@/out', ...flags);

describe('a world that its package has no longer', () => {
  const kiosk = ['exports/example-shop/inventory.ts', 'kiosk.ts'];
  const renamed = shop.replace('world shop { import log; }', 'world store {}').replace('@1.2.0', '@1.3.0');

  beforeEach(async () => {
    await generate('--all-worlds');
    await folder.write('bare.wit', 'package a:b;\n\ninterface i { f: func(); }\nworld bare { import i; }\n');
    await folder.run('generate', '@/bare.wit', '-o', '@/out');
    await folder.write('shop.wit', renamed);
  });

  it('leaves files that --check lists', async () => {
    const { exitCode, err } = await generate('-w', 'store', '--check');
    expect([exitCode, err]).toEqual([
      1,
      `the generated code in @/out is not up to date:
- @/out/store.ts: missing
- @/out/imports/example-shop/log.ts: no longer generated
- @/out/shop.ts: no longer generated
run the same command without --check to update it
`,
    ]);
  });

  it('leaves files that are removed, and those of other worlds and packages stay', async () => {
    expect((await generate('-w', 'store')).err).toBe(
      'wrote @/out/store.ts\nremoved @/out/imports/example-shop/log.ts\nremoved @/out/shop.ts\n',
    );
    expect(await folder.files('out')).toEqual([
      'bare.ts',
      kiosk[0],
      'imports/a-b/i.ts',
      kiosk[1],
      'store.ts',
    ]);
    expect((await generate('-w', 'store', '--check')).exitCode).toBe(0);
  });

  it('leaves files that are removed with those of the last world, too', async () => {
    await folder.write('shop.wit', shop.replace(/world .*\n/g, ''));
    await generate('--interfaces');
    expect(await folder.files('out')).toEqual([
      'bare.ts',
      'exports/example-shop/inventory.ts',
      'exports/example-shop/log.ts',
      'imports/a-b/i.ts',
      'imports/example-shop/inventory.ts',
      'imports/example-shop/log.ts',
    ]);
  });
});

describe('files that are written', () => {
  it('are written through links', async () => {
    await generate('-w', 'shop');
    await mkdir(join(folder.path, 'elsewhere'));
    await rename(join(folder.path, 'out/shop.ts'), join(folder.path, 'elsewhere/shop.ts'));
    await symlink('../elsewhere/shop.ts', join(folder.path, 'out/shop.ts'));
    await folder.write('shop.wit', shop.replace('world shop {', 'world shop { import inventory;'));
    await generate('-w', 'shop');
    expect((await lstat(join(folder.path, 'out/shop.ts'))).isSymbolicLink()).toBe(true);
    expect(await folder.read('elsewhere/shop.ts')).toContain('inventory');
    expect(await folder.files('elsewhere')).toEqual(['shop.ts']);
  });

  it('are not written where a link leads nowhere', async () => {
    await mkdir(join(folder.path, 'out'));
    await symlink('../elsewhere/shop.ts', join(folder.path, 'out/shop.ts'));
    expect(await generate('-w', 'shop')).toEqual({
      exitCode: 1,
      out: '',
      err: 'error: @/out/shop.ts: this is a link to a file that is not there; remove it, or choose another --out-dir\n',
    });
    expect((await lstat(join(folder.path, 'out/shop.ts'))).isSymbolicLink()).toBe(true);
  });

  it('keep those that a world in a link needs', async () => {
    await generate('-w', 'kiosk');
    await rename(join(folder.path, 'out/kiosk.ts'), join(folder.path, 'kiosk.ts'));
    await symlink('../kiosk.ts', join(folder.path, 'out/kiosk.ts'));
    await generate('-w', 'shop');
    expect(await folder.files('out')).toContain('exports/example-shop/inventory.ts');
  });

  it('are never put where another file is in between', async () => {
    await folder.write('out/shop.ts.new', 'mine');
    await generate('-w', 'shop');
    expect(await folder.files('out')).toEqual(['imports/example-shop/log.ts', 'shop.ts', 'shop.ts.new']);
    expect(await folder.read('out/shop.ts.new')).toBe('mine');
  });
});

describe('generate --check --format json', () => {
  const check = async (): Promise<unknown[]> => {
    const { exitCode, out } = await generate('-w', 'shop', '--check', '--format', 'json');
    return [exitCode, JSON.parse(out) as unknown];
  };

  it('lists what is not up to date', async () => {
    await folder.write('shop.wit', shop.replace('world shop {', 'world shop { import inventory;'));
    await generate('-w', 'shop');
    await folder.write('shop.wit', shop.replace('world shop {', 'world shop { export inventory;'));
    expect(await check()).toEqual([
      1,
      {
        diagnostics: [],
        changes: [
          { file: '@/out/shop.ts', kind: 'different' },
          { file: '@/out/exports/example-shop/inventory.ts', kind: 'missing' },
          { file: '@/out/imports/example-shop/inventory.ts', kind: 'stale' },
        ],
      },
    ]);
  });

  it('has an empty list where all is up to date', async () => {
    await generate('-w', 'shop');
    expect(await check()).toEqual([0, { diagnostics: [], changes: [] }]);
  });

  it('has none where nothing could be generated', async () => {
    await folder.write('shop.wit', 'package a:b;\n\nworld shop { import i; }\n');
    expect(await check()).toEqual([1, { diagnostics: [expect.objectContaining({ code: 'unknown-name' })] }]);
  });
});
