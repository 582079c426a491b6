import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkFolder } from '../../harness/work-folder.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The command as it was built. */
const command = join(root, 'packages/bindgen/bin/wit-bindgen-ts.js');

/** Worlds with documentation, odd names, dependencies, resources and values of many kinds. */
const worlds = ['docs-and-gates', 'keywords', 'namesakes', 'resources-exported', 'variants', 'versions'];

/** It is another day, and random numbers are none. */
const anotherDay = `
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...args) { args.length === 0 ? super('2041-12-31T23:59:59Z') : super(...args); }
  static now() { return new Real('2041-12-31T23:59:59Z').getTime(); }
};
Math.random = () => 0;
`;

const prettierConfig = JSON.stringify({
  semi: false,
  singleQuote: false,
  printWidth: 40,
  tabWidth: 8,
  useTabs: true,
});

let folder: WorkFolder;

beforeEach(async () => {
  folder = await WorkFolder.create();
  await cp(join(root, 'tests/codegen/worlds'), join(folder.path, 'wit'), { recursive: true });
});

afterEach(async () => {
  await folder.remove();
});

/** Generates the worlds in a process of its own. */
async function generateAll(env: NodeJS.ProcessEnv = {}, imported?: string): Promise<void> {
  const configs = await Promise.all(
    worlds.map(async (world) => {
      const path = (await readdir(join(folder.path, 'wit'))).find(
        (name) => name.replace('.wit', '') === world,
      );
      return { input: `wit/${path ?? ''}`, outDir: `out/${world}`, features: 'all' };
    }),
  );
  await folder.write('wit-bindgen-ts.config.mjs', `export default ${JSON.stringify(configs)};`);
  const preload = imported === undefined ? [] : ['--import', pathToFileURL(join(folder.path, imported)).href];
  await promisify(execFile)(process.execPath, [...preload, command, 'generate'], {
    cwd: folder.path,
    env: { ...process.env, ...env },
  });
}

async function filesBelow(path: string): Promise<Map<string, string>> {
  const names = await new WorkFolder(path).files();
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

/** What was generated, beside the snapshots of the same worlds. */
async function expectSnapshots(): Promise<void> {
  for (const world of worlds) {
    const generated = await filesBelow(join(folder.path, 'out', world));
    expect(generated.size).toBeGreaterThan(1);
    expect(generated).toEqual(await filesBelow(join(root, 'snapshots', world)));
  }
}

describe('the same WIT becomes the same bytes', () => {
  it("in another folder, within another user's settings for prettier", async () => {
    for (const name of ['.prettierrc', 'wit/.prettierrc', 'out/.prettierrc'])
      await folder.write(name, prettierConfig);
    await folder.write(
      '.editorconfig',
      'root = true\\n[*]\\nindent_style = tab\\nend_of_line = crlf\\nmax_line_length = 40\\n',
    );
    await folder.write('package.json', `{ "prettier": ${prettierConfig} }`);
    await generateAll();
    await expectSnapshots();
  });

  it('on another day, in another time zone and language', async () => {
    await folder.write('another-day.mjs', anotherDay);
    await generateAll({ TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, 'another-day.mjs');
    await expectSnapshots();
  });

  it('from lines that end as on Windows', async () => {
    for (const name of await folder.files('wit')) {
      const text = await folder.read(join('wit', name));
      await writeFile(join(folder.path, 'wit', name), text.replaceAll('\\n', '\\r\\n'));
    }
    await generateAll();
    await expectSnapshots();
  });

  it('the second time, so that there is nothing to write', async () => {
    await generateAll();
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [command, 'generate', '--check'], {
      cwd: folder.path,
    });
    expect(stdout + stderr).toContain('up to date');
    await expectSnapshots();
  });
});
