import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { run } from '../src/cli/run.js';
import { CommandFolder } from './command-line.js';

/** A run that watches: what it prints can be waited for. */
class WatchingRun {
  readonly #stop = new AbortController();
  readonly #folder: string;
  readonly exitCode: Promise<number>;
  #printed = '';
  #look: () => void = () => undefined;

  constructor(folder: string, args: readonly string[]) {
    this.#folder = folder;
    const print = (text: string): void => {
      this.#printed += text;
      this.#look();
    };
    this.exitCode = run(['generate', ...args, '--watch'], {
      folder,
      out: print,
      err: print,
      interruption: () => this.#stop.signal,
    });
  }

  /** What was printed until it waits for changes, without that line. */
  async untilWaiting(): Promise<string> {
    const end = 'waiting for changes\n';
    while (!this.#printed.includes(end)) await new Promise<void>((resolve) => (this.#look = resolve));
    const at = this.#printed.indexOf(end);
    const text = this.#printed.slice(0, at);
    this.#printed = this.#printed.slice(at + end.length);
    return text.replaceAll(this.#folder, '@');
  }

  async stop(): Promise<number> {
    this.#stop.abort();
    return await this.exitCode;
  }
}

const world = 'package a:b;\n\nworld w { import c:d/e; }\n';

let folder: CommandFolder;
let watching: WatchingRun | undefined;
beforeEach(async () => {
  folder = await CommandFolder.create({
    'bare.wit': 'package a:b;\n\nworld w {}\n',
    'wit/world.wit': world,
    'wit/deps/d.wit': 'package c:d; interface e { f: func(); }',
  });
});
afterEach(async () => {
  await watching?.stop();
  await folder.remove();
});

/** Starts to watch, and returns what it printed before it waits. */
const watch = async (...args: string[]): Promise<string> => {
  watching = new WatchingRun(
    folder.path,
    args.map((arg) => arg.replace('@', folder.path)),
  );
  return await watching.untilWaiting();
};

const next = async (): Promise<string | undefined> => await watching?.untilWaiting();

describe('generate --watch', () => {
  it('generates at once, and again when the file changes', async () => {
    expect(await watch('@/bare.wit', '-o', '@/out')).toBe('wrote @/out/w.ts\n');
    await folder.write('bare.wit', 'package a:b;\n\nworld w { export f: func(); }\n');
    expect(await next()).toBe('\n@/bare.wit has changed\nwrote @/out/w.ts\n');
    expect(await folder.read('out/w.ts')).toContain('f(): void');
  });

  it('ends well when it is interrupted', async () => {
    await watch('@/bare.wit', '-o', '@/out');
    expect(await watching?.stop()).toBe(0);
  });

  it('survives errors, and writes nothing for them', async () => {
    await watch('@/bare.wit', '-o', '@/out');
    const before = await folder.read('out/w.ts');
    await folder.write('bare.wit', 'package a:b;\n\nworld w { import i; }\n');
    expect(await next()).toContain('@/bare.wit:3:18: error[unknown-name]');
    expect(await folder.read('out/w.ts')).toBe(before);
    await folder.write('bare.wit', 'package a:b;\n');
    expect(await next()).toContain('error: the package a:b has no world\n');
    await rm(join(folder.path, 'bare.wit'));
    expect(await next()).toBe(
      '\n@/bare.wit has changed\nerror: @/bare.wit: there is no such file or folder\n',
    );
    await folder.write('bare.wit', 'package a:b;\n\nworld w {}\n');
    expect(await next()).toBe('\n@/bare.wit has changed\n1 file in @/out is up to date\n');
  });

  it('watches files that editors replace', async () => {
    await watch('@/bare.wit', '-o', '@/out');
    await folder.write('bare.wit~', 'package a:b;\n\nworld w { export f: func(); }\n');
    await rename(join(folder.path, 'bare.wit~'), join(folder.path, 'bare.wit'));
    expect(await next()).toBe('\n@/bare.wit has changed\nwrote @/out/w.ts\n');
  });

  it('watches a folder and its dependencies, and what is new in them', async () => {
    expect(await watch('@/wit', '-o', '@/out')).toBe('wrote @/out/w.ts\nwrote @/out/imports/c-d/e.ts\n');
    await folder.write('wit/deps/d.wit', 'package c:d; interface e { f: func(); g: func(); }');
    expect(await next()).toBe(
      '\n@/wit/deps/d.wit has changed\nwrote @/out/imports/c-d/e.ts\n1 file was up to date\n',
    );
    await folder.write('wit/world.wit', world.replace('import', 'import x:y/z; import'));
    expect(await next()).toContain('error[unknown-package]');
    await mkdir(join(folder.path, 'wit/deps/x'));
    expect(await next()).toContain('there is no .wit file in this folder');
    await folder.write('wit/deps/x/z.wit', 'package x:y; interface z { h: func(); }');
    expect(await next()).toBe(
      '\n@/wit/deps/x/z.wit has changed\nwrote @/out/w.ts\nwrote @/out/imports/x-y/z.ts\n1 file was up to date\n',
    );
    await folder.write('wit/more.wit', 'package a:b;\n\nworld other {}\n');
    expect(await next()).toContain('has several worlds, and one must be chosen');
  });

  it('watches what links lead to', async () => {
    await mkdir(join(folder.path, 'wit/deps/x'));
    await folder.writeAll({
      'elsewhere/world.wit': world.replace('}', 'import x:y/z; }'),
      'elsewhere/d.wit': await folder.read('wit/deps/d.wit'),
      'elsewhere/z.wit': 'package x:y; interface z {}',
    });
    for (const [path, target] of [
      ['wit/world.wit', '../elsewhere/world.wit'],
      ['wit/deps/d.wit', '../../elsewhere/d.wit'],
      ['wit/deps/x/z.wit', '../../../elsewhere/z.wit'],
    ] as const) {
      await rm(join(folder.path, path), { force: true });
      await symlink(target, join(folder.path, path));
    }
    await watch('@/wit', '-o', '@/out');
    await folder.write('elsewhere/d.wit', 'package c:d; interface e { g: func(); }');
    expect(await next()).toContain('@/elsewhere/d.wit has changed\nwrote @/out/imports/c-d/e.ts\n');
    await folder.write('elsewhere/z.wit', 'package x:y; interface z { h: func(); }');
    expect(await next()).toContain('@/elsewhere/z.wit has changed\nwrote ');
    await folder.write('elsewhere/world.wit', world);
    expect(await next()).toContain('@/elsewhere/world.wit has changed\nwrote @/out/w.ts\n');
  });

  it('refuses what cannot change', async () => {
    expect(await folder.run('generate', '-', '--watch')).toEqual({
      exitCode: 2,
      out: '',
      err: 'error: the standard input cannot be watched\n',
    });
    expect((await folder.run('generate', '--watch')).exitCode).toBe(2);
  });
});
