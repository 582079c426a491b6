import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseWit, toJson } from '@wit-bindgen-ts/wit-parser';
import { conformanceCommand } from './command.js';
import { WorkFolder } from '../../harness/work-folder.js';

let folder: WorkFolder;

beforeEach(async () => {
  folder = await WorkFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

async function run(...args: string[]): Promise<Run> {
  const lines: string[] = [];
  const exitCode = await conformanceCommand(args, (line) => lines.push(line));
  return { exitCode, output: lines.join('\n').replaceAll(folder.path, '') };
}

/** The lines before the table. */
async function failuresOf(...args: string[]): Promise<readonly string[]> {
  const { output } = await run(...args);
  return output.includes('\n\n') ? (output.split('\n\n')[0] ?? '').split('\n') : [];
}

function jsonOf(text: string): string {
  return JSON.stringify(toJson(parseWit(text, { features: ['active'] }).resolve));
}

const good = 'package a:b; interface i { f: func(); g: func(); }';
const unknownType = 'package a:b;\ninterface i { f: func(e: u8, x: y); }';
const resultAt = (place: string) =>
  `type \`y\` does not exist\n     --> tests/ui/parse-fail/${place}\n      |\n`;

describe('accepted cases', () => {
  it('pass where they resolve to the expected JSON, and are printed and parsed again', async () => {
    await folder.writeAll({
      'accept/one.wit': good,
      'accept/one.wit.json': jsonOf(good),
      'accept/two/x.wit': '@unstable(feature = active) interface j {}',
      'accept/two/y.wit': 'package a:b;',
      'accept/two.wit.json': jsonOf('package a:b; @unstable(feature = active) interface j {}'),
      'accept/LICENSE': '',
    });
    const { exitCode, output } = await run(folder.path);
    expect(output).toBe('accept       2 of 2\nround trips  2 of 2\nall          4 of 4');
    expect(exitCode).toBe(0);
  });

  it('fail where the JSON differs', async () => {
    await folder.writeAll({
      'accept/value.wit': good,
      'accept/value.wit.json': jsonOf(good.replace('f:', 'h:')),
      'accept/field.wit': 'package a:b; interface i { type t = u8; }',
      'accept/field.wit.json': jsonOf('package a:b; interface i { type t = u16; }'),
      'accept/order.wit': good,
      'accept/order.wit.json': jsonOf('package a:b; interface i { g: func(); f: func(); }'),
      'accept/same.wit': good,
      'accept/same.wit.json': JSON.stringify(
        Object.fromEntries(Object.entries(JSON.parse(jsonOf(good)) as object).reverse()),
      ),
    });
    expect(await failuresOf(folder.path)).toEqual([
      'accept/field.wit: json: at .types[0].kind.type: expected "u16", found "u8"',
      'accept/order.wit: json: the names at .interfaces[0].functions: expected ["g","f"], found ["f","g"]',
      'accept/value.wit: json: the names at .interfaces[0].functions: expected ["h","g"], found ["f","g"]',
    ]);
    expect((await run(folder.path)).exitCode).toBe(1);
  });

  it('fail where they are refused', async () => {
    await folder.writeAll({
      'accept/one.wit': unknownType,
      'accept/one.wit.json': '{}',
      'accept/two/x.wit': 'package a:main;',
      'accept/two/deps/y.wit': unknownType,
      'accept/two.wit.json': '{}',
      'accept/three.wit.json': '{}',
    });
    expect(await failuresOf(folder.path)).toEqual([
      'accept/one.wit:2: refused: 2:33: error[unknown-type]: there is no type `y`',
      'accept/three.wit.json: incomplete: there is no WIT beside this file',
      'accept/two:2: refused: deps/y.wit:2:33: error[unknown-type]: there is no type `y`',
    ]);
  });

  it('are skipped where they are known to hold WebAssembly, which has to be told', async () => {
    await folder.writeAll({
      'accept/simple-wasm-text.wat': '(component)',
      'accept/simple-wasm-text.wit.json': '{}',
      'accept/another.wat': '(component)',
      'accept/another.wit.json': '{}',
    });
    const { exitCode, output } = await run(folder.path);
    expect(output).toBe(
      'accept/another.wat:1: refused: 1:1: error[webassembly-package]: WebAssembly packages are not read yet\n' +
        'accept/simple-wasm-text.wat: skipped: the input is a component in text form, and only WIT is read yet\n\n' +
        'accept  0 of 2  1 failed; 1 skipped\nall     0 of 2  1 failed; 1 skipped',
    );
    expect(exitCode).toBe(1);
  });

  it('are not skipped where they only have the name of one that is', async () => {
    await folder.writeAll({
      'accept/kinds-of-deps/x.wit': good,
      'accept/kinds-of-deps.wit.json': jsonOf(good),
    });
    expect((await run(folder.path)).exitCode).toBe(0);
    await folder.writeAll({ 'accept/kinds-of-deps/deps/d.wat': 'package d:d;' });
    expect(await failuresOf(folder.path)).toEqual([
      'accept/kinds-of-deps: unexpected-pass: this is accepted now: remove it from known-failures.ts',
    ]);
    await folder.writeAll({ 'accept/kinds-of-deps/x.wit': unknownType });
    expect(await failuresOf(folder.path)).toEqual([
      'accept/kinds-of-deps:2: refused: x.wit:2:33: error[unknown-type]: there is no type `y`',
    ]);
  });
});

describe('cases to be refused', () => {
  it('pass where the first error is at the expected place', async () => {
    await folder.writeAll({
      'reject/one.wit': unknownType,
      'reject/one.wit.result': resultAt('one.wit:2:33'),
      'reject/bytes.wit': 'package a:b;\ninterface i { /* \u00e9\u{1F37A} */ f: func(x: y); }',
      'reject/bytes.wit.result': resultAt('bytes.wit:2:39'),
      'reject/two/x.wit': 'package a:main;',
      'reject/two/deps/y.wit': unknownType,
      'reject/two.wit.result': 'failed to parse: two/deps/y.wit:2:33: there is none',
      'reject/nowhere.wit': 'interface i {}',
      'reject/nowhere.wit.result': 'no `package` header was found',
    });
    const { exitCode, output } = await run(folder.path);
    expect(output).toBe(
      'reject refused       4 of 4\n' +
        'reject places equal  3 of 3  1 with no place expected\n' +
        'all                  7 of 7',
    );
    expect(exitCode).toBe(0);
  });

  it('fail where it is elsewhere, and where there is none', async () => {
    await folder.writeAll({
      'reject/accepted.wit': good,
      'reject/accepted.wit.result': 'no',
      'reject/column.wit': unknownType,
      'reject/column.wit.result': resultAt('column.wit:2:32'),
      'reject/file/x.wit': unknownType,
      'reject/file.wit.result': resultAt('file/y.wit:2:33'),
      'reject/lonely.wit.result': 'no',
    });
    const found = 'error[unknown-type]: there is no type `y`';
    const { exitCode, output } = await run(folder.path);
    expect(output.split('\n')).toEqual([
      'reject/accepted.wit: accepted: this should be refused',
      `reject/column.wit:2: place: expected 2:32, found column.wit:2:33: ${found}`,
      `reject/file:2: place: expected tests/ui/parse-fail/file/y.wit:2:33, found file/x.wit:2:33: ${found}`,
      'reject/lonely.wit.result: incomplete: there is no WIT beside this file',
      '',
      'reject refused       2 of 4  2 failed',
      'reject places equal  0 of 2  2 failed',
      'all                  2 of 6  4 failed',
    ]);
    expect(exitCode).toBe(1);
  });

  it('may have their place elsewhere where that is known', async () => {
    const before = `package a:b;${'\n'.repeat(8)}world b {`;
    const elsewhere = `${before}\n    include a with { foo as foo2 }\n}\nworld a {}`;
    await folder.writeAll({
      'reject/include-with-on-id.wit': elsewhere,
      'reject/include-with-on-id.wit.result': resultAt('include-with-on-id.wit:10:13'),
    });
    const { exitCode, output } = await run(folder.path);
    expect(output).toContain('(expected: wasm-tools points at the world that is included');
    expect(output).toContain('reject places equal  0 of 1  1 failed, 1 of them as expected');
    expect(exitCode).toBe(0);

    await folder.writeAll({ 'reject/include-with-on-id.wit': unknownType });
    expect(await failuresOf(folder.path)).toHaveLength(1);
    expect((await run(folder.path)).exitCode).toBe(1);
  });

  it('are no known failures any more where they pass', async () => {
    await folder.writeAll({
      'reject/include-with-on-id.wit': `package a:b;${'\n'.repeat(9)}world w {   ?`,
      'reject/include-with-on-id.wit.result': resultAt('include-with-on-id.wit:10:13'),
    });
    expect(await failuresOf(folder.path)).toEqual([
      'reject/include-with-on-id.wit:10: unexpected-pass: the error stands at the expected place now: remove it from known-failures.ts',
    ]);
    await folder.writeAll({ 'reject/include-with-on-id.wit': 'package a:b; ?' });
    await folder.writeAll({
      'reject/include-with-on-id.wit.result': resultAt('include-with-on-id.wit:1:14'),
    });
    expect((await run(folder.path)).exitCode).toBe(0);
  });
});

describe('a folder of packages', () => {
  it('has a package in each file, each folder, and each folder with a folder wit', async () => {
    await folder.writeAll({
      'one.wit': 'package a:b; @unstable(feature = any) world w {}',
      'two/x.wit': good,
      'three/wit/x.wit': unknownType,
      'three/README.md': '',
      'empty/README.md': '',
      LICENSE: '',
    });
    const { exitCode, output } = await run(folder.path);
    expect(output.split('\n').slice(0, 3)).toEqual([
      'three:2: refused: x.wit:2:33: error[unknown-type]: there is no type `y`',
      '',
      'packages     2 of 3  1 failed',
    ]);
    expect(exitCode).toBe(1);
  });

  it('is itself a package where it has a folder deps', async () => {
    await folder.writeAll({ 'x.wit': good, 'y.wit': 'interface j {}', 'deps/z.wit': 'package c:d;' });
    expect((await run(folder.path)).output).toMatch(/^packages +1 of 1/);
  });
});

describe('the command', () => {
  it('writes its report as JSON', async () => {
    await folder.writeAll({
      'reject/one.wit': unknownType,
      'reject/one.wit.result': resultAt('one.wit:1:1'),
    });
    const json = join(folder.path, 'report.json');
    expect((await run(folder.path, '--json', json)).exitCode).toBe(1);
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual({
      totals: { passed: 1, failed: 1, skipped: 0 },
      files: [
        {
          path: 'reject/one.wit',
          passed: 1,
          failed: 1,
          skipped: 0,
          failures: [
            {
              line: 2,
              kind: 'place',
              message: 'expected 1:1, found one.wit:2:33: error[unknown-type]: there is no type `y`',
            },
          ],
        },
      ],
    });
  });

  it('names the folder in its paths where there are several', async () => {
    await folder.writeAll({ 'p/reject/one.wit': good, 'q/reject/one.wit': good });
    expect(await failuresOf(join(folder.path, 'p'), join(folder.path, 'q'))).toEqual([
      'p/reject/one.wit: accepted: this should be refused',
      'q/reject/one.wit: accepted: this should be refused',
    ]);
  });

  it('needs folders with cases in them', async () => {
    await folder.writeAll({ 'empty/README.md': '', 'x.wit': good });
    const missing = await run(join(folder.path, 'x.wit'), join(folder.path, 'absent'));
    expect(missing).toEqual({ exitCode: 2, output: '/x.wit: there are no cases in this folder' });
    expect(await run(join(folder.path, 'absent'))).toEqual({
      exitCode: 2,
      output: '/absent: there is no such folder',
    });
    expect(await run(join(folder.path, 'empty'))).toEqual({
      exitCode: 2,
      output: '/empty: there are no cases in this folder',
    });
  });

  it('says where its report cannot be written', async () => {
    await folder.writeAll({ 'reject/one.wit': unknownType });
    const { exitCode, output } = await run(folder.path, '--json', join(folder.path, 'absent', 'report.json'));
    expect(exitCode).toBe(2);
    expect(output).toContain("ENOENT: no such file or directory, open '/absent/report.json'");
  });

  it('knows no other options', async () => {
    const { exitCode, output } = await run('--jsn', 'x');
    expect(exitCode).toBe(2);
    expect(output).toMatch(/^Unknown option '--jsn'/);
  });
});
