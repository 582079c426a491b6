import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  formatPackageName,
  interfaceFullName,
  loadWit,
  parseWit,
  resolveWit,
} from '@wit-bindgen-ts/wit-parser';
import { errorOf } from './errors.js';
import { WorkFolder } from '../../../tests/harness/work-folder.js';

let folder: WorkFolder;

beforeEach(async () => {
  folder = await WorkFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

describe('a folder', () => {
  it('is one package, with others in its folder deps', async () => {
    await folder.writeAll({
      'world.wit': 'package example:shop@1.2.0; world shop { import log; import example:io/streams@0.2.0; }',
      'log.wit': 'interface log { use example:clock/types.{instant}; now: func() -> instant; }',
      'notes.txt': 'not WIT',
      'deps/io.wit': 'package example:io@0.2.0; interface streams {}',
      'deps/clock/types.wit': 'package example:clock; interface types { type instant = u64; }',
      'deps/readme.md': 'not WIT',
    });
    const { resolve, package: main, sources } = await loadWit(folder.path);
    expect(resolve.packages.map(({ name }) => formatPackageName(name))).toEqual([
      'example:clock',
      'example:io@0.2.0',
      'example:shop@1.2.0',
    ]);
    expect(main).toBe(2);
    expect(
      [...(resolve.worlds[0]?.imports.keys() ?? [])].map((key) =>
        interfaceFullName(resolve, Number(key.slice(10))),
      ),
    ).toEqual(['example:clock/types', 'example:shop/log@1.2.0', 'example:io/streams@0.2.0']);
    expect(sources.files.map(({ path }) => path)).toContain(join(folder.path, 'deps/clock/types.wit'));
  });
});

describe('a package', () => {
  it('may stand in the same file as the one that uses it', () => {
    const { resolve, package: main } = parseWit(`
      package a:main;
      package a:dep@1.0.0 { interface i {} }
      world w { import a:dep/i@1.0.0; }`);
    expect(resolve.packages.map(({ name }) => formatPackageName(name))).toEqual(['a:dep@1.0.0', 'a:main']);
    expect(main).toBe(1);
  });

  it('resolves files in memory', () => {
    const { resolve } = resolveWit({
      main: [{ path: 'main.wit', text: 'package a:main; world w { import a:dep/i; }' }],
      dependencies: [[{ path: 'dep.wit', text: 'package a:dep; interface i {}' }]],
    });
    expect(resolve.packages).toHaveLength(2);
  });

  it('that is missing is reported once', () => {
    expect(
      errorOf('package a:b; world w { import wasi:io/poll@0.2.0; import wasi:io/streams@0.2.0; }').message,
    ).toBe(
      `input.wit:1:31: error[unknown-package]: the package \`wasi:io@0.2.0\` was not found
  1 | package a:b; world w { import wasi:io/poll@0.2.0; import wasi:io/streams@0.2.0; }
    |                               ^^^^^^^
note: packages that are used stand in the folder \`deps\`, or in the same file`,
    );
  });

  it('that is there in another version is reported with that', () => {
    const error = errorOf(
      'package a:b; package c:d@1.1.0 { interface i {} } world w { import c:d/i@1.0.0; }',
    );
    expect(error.diagnostics[0]?.notes).toEqual([{ message: 'there is `c:d@1.1.0`' }]);
  });

  it('cannot depend on itself through others', () => {
    const text = `package a:main;
package a:one { interface i { use a:two/i.{}; } }
package a:two { interface i { use a:one/i.{}; } }`;
    expect(errorOf(text).message).toBe(
      `input.wit:2:35: error[package-cycle]: the package \`a:one\` depends on itself
  1 | package a:main;
  2 | package a:one { interface i { use a:two/i.{}; } }
    |                                   ^^^^^
  3 | package a:two { interface i { use a:one/i.{}; } }
input.wit:3:35: note: \`a:two\` uses \`a:one\` here
  1 | package a:main;
  2 | package a:one { interface i { use a:two/i.{}; } }
  3 | package a:two { interface i { use a:one/i.{}; } }
    |                                   ^^^^^`,
    );
  });
});
