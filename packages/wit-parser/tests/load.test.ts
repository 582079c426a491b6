import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatPackageName, loadWit, WitError, WitFileError } from '@wit-bindgen-ts/wit-parser';
import { WorkFolder } from '../../../tests/harness/work-folder.js';

let folder: WorkFolder;

beforeEach(async () => {
  folder = await WorkFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

async function packagesOf(path: string): Promise<string[]> {
  const { resolve } = await loadWit(join(folder.path, path));
  return resolve.packages.map(({ name }) => formatPackageName(name)).sort();
}

/** The message that a path is refused with, without the folder of the test. */
async function refusalOf(path: string, kind: new (...args: never[]) => Error): Promise<string> {
  try {
    await loadWit(join(folder.path, path));
  } catch (error) {
    if (error instanceof kind) return error.message.replaceAll(folder.path, '');
    throw error;
  }
  throw new Error(`${path} was accepted`);
}

const world = 'package a:main; world w {}';
const wasm = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);

describe('a file', () => {
  it('stands alone: the folder deps beside it is not read', async () => {
    await folder.writeAll({ 'main.wit': world, 'deps/bad.wit': '?', 'other.wit': '?' });
    expect(await packagesOf('main.wit')).toEqual(['a:main']);
  });

  it('may have any name', async () => {
    await folder.writeAll({ 'world.txt': world });
    expect(await packagesOf('world.txt')).toEqual(['a:main']);
  });

  it('must be there', async () => {
    expect(await refusalOf('absent.wit', WitFileError)).toBe('/absent.wit: there is no such file or folder');
    await expect(loadWit(join(folder.path, 'absent'))).rejects.toMatchObject({
      code: 'ENOENT',
      path: join(folder.path, 'absent'),
    });
  });
});

describe('a folder', () => {
  it('has its .wit files read, and nothing else', async () => {
    await folder.writeAll({
      'w/main.wit': world,
      'w/notes.txt': '?',
      'w/more/x.wit': '?',
      'w/folder.wit/x.wit': '?',
    });
    await folder.writeAll({ 'w/.wit': 'interface hidden {}' });
    const { resolve } = await loadWit(join(folder.path, 'w'));
    expect(resolve.interfaces.map(({ name }) => name)).toEqual(['hidden']);
  });

  it('has links followed, to files and to folders', async () => {
    await folder.writeAll({
      'elsewhere/x.wit': 'interface linked {}',
      'elsewhere/dep/d.wit': 'package a:dep;',
      'w/main.wit': world,
      'w/deps/readme.md': '',
    });
    await symlink(join(folder.path, 'elsewhere/x.wit'), join(folder.path, 'w/x.wit'));
    await symlink(join(folder.path, 'elsewhere'), join(folder.path, 'w/folder.wit'));
    await symlink(join(folder.path, 'elsewhere/dep'), join(folder.path, 'w/deps/dep'));
    const { resolve } = await loadWit(join(folder.path, 'w'));
    expect(resolve.interfaces.map(({ name }) => name)).toEqual(['linked']);
    expect(resolve.packages).toHaveLength(2);
  });

  it('may not have a link in it that leads nowhere', async () => {
    await folder.writeAll({ 'w/main.wit': world });
    await symlink('nowhere', join(folder.path, 'w/x.wit'));
    expect(await refusalOf('w', WitFileError)).toBe('/w/x.wit: there is no such file or folder');
  });

  it('must have WIT in it', async () => {
    await folder.writeAll({ 'w/deps/d.wit': 'package a:dep;' });
    expect(await refusalOf('w', WitFileError)).toBe('/w: there is no .wit file in this folder');
  });
});

describe('the folder deps', () => {
  it('has a file or a folder for each package, and may have other files', async () => {
    await folder.writeAll({
      'w/main.wit': world,
      'w/deps/one.wit': 'package a:one;',
      'w/deps/two/x.wit': 'package a:two;',
      'w/deps/two/notes.md': '?',
      'w/deps/three.wat': 'package a:three;',
      'w/deps/.wit': '?',
      'w/deps/readme': '?',
    });
    expect(await packagesOf('w')).toEqual(['a:main', 'a:one', 'a:three', 'a:two']);
  });

  it('is not looked for in the packages in it', async () => {
    await folder.writeAll({
      'w/main.wit': world,
      'w/deps/one/x.wit': 'package a:one;',
      'w/deps/one/deps/x.wit': '?',
    });
    expect(await packagesOf('w')).toEqual(['a:main', 'a:one']);
  });

  it('may be a link that leads nowhere, but not a file', async () => {
    await folder.writeAll({ 'v/main.wit': world, 'w/main.wit': world, 'w/deps': '' });
    await symlink('nowhere', join(folder.path, 'v/deps'));
    expect(await packagesOf('v')).toEqual(['a:main']);
    expect(await refusalOf('w', WitFileError)).toBe('/w/deps: a folder is needed here, and there is a file');
  });

  it('has no folder without WIT', async () => {
    await folder.writeAll({ 'w/main.wit': world, 'w/deps/one/notes.md': '' });
    expect(await refusalOf('w', WitError)).toBe(
      '/w/deps/one:1:1: error[missing-package]: there is no .wit file in this folder',
    );
  });
});

describe('a file that is not UTF-8', () => {
  it('is refused at the first byte that is wrong', async () => {
    await folder.writeAll({
      'a.wit': Buffer.from('package a:b;\n// \uFFFD \u{1F37A} caf\xe9 au lait\nworld w {}\n'),
    });
    expect(await packagesOf('a.wit')).toEqual(['a:b']);
    await folder.writeAll({
      'b.wit': Buffer.concat([
        Buffer.from('package a:b;\n// \uFFFD \u{1F37A} caf'),
        Buffer.from([0xe9]),
        Buffer.from(' au lait\nworld w {}\n'),
      ]),
    });
    expect(await refusalOf('b.wit', WitError)).toBe(
      '/b.wit:2:12: error[invalid-utf8]: expected UTF-8, found the byte `0xe9`\n' +
        '  1 | package a:b;\n  2 | // \uFFFD \u{1F37A} caf\uFFFD au lait\n    |            ^\n  3 | world w {}',
    );
  });

  it('is refused where it ends within a character', async () => {
    await folder.writeAll({ 'a.wit': Buffer.from('package a:b; // \u{1F37A}').subarray(0, -1) });
    expect(await refusalOf('a.wit', WitError)).toBe(
      '/a.wit:1:17: error[invalid-utf8]: expected UTF-8, found the byte `0xf0`\n' +
        '  1 | package a:b; // \uFFFD\n    |                 ^',
    );
  });

  it('is told to be UTF-16 where it looks like that', async () => {
    await folder.writeAll({ 'a.wit': Buffer.from('\uFEFFx:y', 'utf16le') });
    expect(await refusalOf('a.wit', WitError)).toBe(
      '/a.wit:1:1: error[invalid-utf8]: expected UTF-8, found the byte `0xff`\n' +
        '  1 | \uFFFD\uFFFDx\\u{0}:\\u{0}y\\u{0}\n    | ^\n' +
        'note: this looks like UTF-16: save the file as UTF-8',
    );
  });
});

describe('a WebAssembly package', () => {
  const message = 'error[webassembly-package]: WebAssembly packages are not read yet';

  it('is refused, with what turns it into WIT', async () => {
    await folder.writeAll({ 'a.wasm': wasm });
    expect(await refusalOf('a.wasm', WitError)).toBe(
      `/a.wasm:1:1: ${message}\nnote: \`wasm-tools component wit /a.wasm\` prints it as WIT`,
    );
  });

  it('is told by what is in it', async () => {
    const texts = ['(component)', ';; note\n (; a (; nested ;) one ;)\n( component $c)', '(module'];
    for (const text of texts) {
      await folder.writeAll({ 'a.wit': text });
      expect(await refusalOf('a.wit', WitError)).toContain(message);
    }
    const others = ['(components)', '()', '(; open', ';; note', '(; (component) ;)', '/* (component) */'];
    for (const text of others) {
      await folder.writeAll({ 'a.wat': text });
      expect(await refusalOf('a.wat', WitError)).not.toContain(message);
    }
  });

  it('is reported with all else that is wrong in itself, but not with what may depend on it', async () => {
    await folder.writeAll({
      'w/main.wit': 'package a:main; world w { import a:dep/i; }',
      'w/syntax.wit': 'interface { }',
      'w/deps/a.wasm': wasm,
      'w/deps/b.wat': '(component)',
      'w/deps/c/c.wit': Uint8Array.of(0x80),
    });
    const places = (await refusalOf('w', WitError)).match(/^\/.*?\]/gm);
    expect(places).toEqual([
      '/w/syntax.wit:1:11: error[syntax-error]',
      '/w/deps/a.wasm:1:1: error[webassembly-package]',
      '/w/deps/b.wat:1:1: error[webassembly-package]',
      '/w/deps/c/c.wit:1:1: error[invalid-utf8]',
    ]);
  });
});
