import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { WorkFolder } from '../../harness/work-folder.js';
import { corpusCommand } from './command.js';

let folder: WorkFolder;

beforeEach(async () => {
  folder = await WorkFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

async function run(...args: string[]): Promise<{ readonly exitCode: number; readonly output: string }> {
  const lines: string[] = [];
  const exitCode = await corpusCommand(args, (line) => lines.push(line));
  return { exitCode, output: lines.join('\n').replaceAll(folder.path, '') };
}

const world = (name: string) => `world ${name} { export f: func() -> u32; }`;
const emptyList = `package a:d;\nworld w { export none: func() -> list<u8, 0>; }`;

it('generates every world of every package, wherever it stands in the folder', async () => {
  await folder.writeAll({
    'file.wit': `package a:b; ${world('one')} @unstable(feature = x) ${world('two')}`,
    'with-deps/x.wit': `package a:b; world w { import c:d/i; export f: func(); }`,
    'with-deps/deps/y.wit': `package c:d; interface i {} ${world('of-a-dependency')}`,
    'in-wit/wit/x.wit': `package a:b; ${world('w')}`,
    'deeper/still/x.wit': `package a:b; ${world('w')}`,
    'none.wit': 'package a:b; interface i {}',
    LICENSE: '',
  });
  const json = join(folder.path, 'report.json');
  const { exitCode, output } = await run(folder.path, '--json', json);
  expect(output.split('\n')).toEqual([
    'generated              5 of 5  1 without worlds',
    'TypeScript 5.9         5 of 5',
    'TypeScript 6.0         5 of 5',
    'TypeScript 7.0         5 of 5',
    'no forbidden syntax    5 of 5',
    'prettier               5 of 5',
    'eslint                 5 of 5',
    'all                  35 of 35',
  ]);
  expect(exitCode).toBe(0);
  const report = JSON.parse(await readFile(json, 'utf8')) as { files: { path: string }[] };
  expect(report.files.map(({ path }) => path)).toEqual([
    'file.wit, world one',
    'file.wit, world two',
    'in-wit, world w',
    'with-deps, world w',
    'deeper/still, world w',
  ]);
});

it('says which world failed, and why', async () => {
  await folder.writeAll({
    'refused.wit': emptyList,
    'wrong.wit': 'package a:b;\nworld w { import nothing; }',
  });
  const { exitCode, output } = await run(folder.path);
  expect(output.split('\n')).toEqual([
    'refused.wit, world w:2: refused: 2:18: error[empty-list]: a list of the fixed length 0 can stand in no component',
    'wrong.wit:2: refused: 2:18: error[unknown-name]: there is no interface or world `nothing` in this package',
    '',
    'generated  0 of 2  2 failed',
    'all        0 of 2  2 failed',
  ]);
  expect(exitCode).toBe(1);
});

it('takes one package', async () => {
  await folder.writeAll({ 'one.wit': emptyList, 'two.wit': emptyList });
  const { output } = await run(join(folder.path, 'one.wit'));
  expect(output).toMatch(/^one\.wit, world w:2: refused: /);
});

it('needs packages', async () => {
  await folder.writeAll({ 'empty/README.md': '' });
  expect(await run(join(folder.path, 'absent'))).toEqual({
    exitCode: 2,
    output: '/absent: there is no such file or folder',
  });
  expect(await run(join(folder.path, 'empty'))).toEqual({
    exitCode: 2,
    output: '/empty: there are no WIT packages in this folder',
  });
});
