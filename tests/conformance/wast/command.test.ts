import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkFolder } from '../../harness/work-folder.js';
import { conformanceCommand } from './command.js';

let folder: WorkFolder;

beforeEach(async () => {
  folder = await WorkFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

interface Run {
  readonly exitCode: number;
  readonly output: readonly string[];
}

async function run(...args: string[]): Promise<Run> {
  const lines: string[] = [];
  const exitCode = await conformanceCommand(args, (line) => lines.push(line));
  return { exitCode, output: lines.join('\n').replaceAll(folder.path, '').split('\n') };
}

const quoted = '(assert_malformed (component quote "") "a")';

describe('the conformance command', () => {
  it('prints a line for each file, the totals, and what was skipped', async () => {
    await folder.writeAll({
      'b.wast': `(component)\n(component)\n${quoted}`,
      'a/c.wast': '(component definition)(component instance)',
      'a/d.wast': '',
      'a/README.md': '(component',
    });
    const { exitCode, output } = await run(folder.path);
    expect(output).toEqual([
      'a/c.wast: 2 passed (component definition 1, component instance 1)',
      'a/d.wast: no directives',
      'b.wast: 2 passed (component 2), 1 skipped (assert_malformed 1)',
      '',
      'b.wast:3: skipped: assert_malformed: text in quotes tests a reader of the text format',
      '',
      'component definition  1 of 1',
      'component instance    1 of 1',
      'component             2 of 2',
      'assert_malformed      0 of 1  1 skipped',
      'all                   4 of 5  1 skipped',
    ]);
    expect(exitCode).toBe(0);
  });

  it('ends with what is not as expected', async () => {
    await folder.write('a.wast', '(component)\n\n(thread $t)');
    const { exitCode, output } = await run(folder.path);
    expect(output).toEqual([
      'a.wast: 1 passed (component 1), 1 failed (thread 1)',
      '',
      'component  1 of 1',
      'thread     0 of 1  1 failed',
      'all        1 of 2  1 failed',
      '',
      'not as expected: 1',
      'a.wast:3: thread: unknown directive thread',
    ]);
    expect(exitCode).toBe(1);
  });

  it('runs one file, and several folders', async () => {
    await folder.writeAll({ 'a/x.wast': '(component)', 'b/x.wast': '(component)' });
    expect((await run(join(folder.path, 'a/x.wast'))).output[0]).toBe('x.wast: 1 passed (component 1)');
    const { output } = await run(join(folder.path, 'a'), join(folder.path, 'b'));
    expect(output.slice(0, 2)).toEqual([
      'a/x.wast: 1 passed (component 1)',
      'b/x.wast: 1 passed (component 1)',
    ]);
  });

  it('writes what became of each file as JSON', async () => {
    await folder.write('a.wast', `(component)\n(component (fnc))\n${quoted}`);
    const json = join(folder.path, 'report.json');
    expect((await run(folder.path, '--json', json)).exitCode).toBe(1);
    const counts = { passed: 1, failed: 1, skipped: 1 };
    const failure = {
      line: 2,
      kind: 'component',
      message: 'component text:1:13: expected valid component field',
    };
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual({
      totals: counts,
      files: [{ path: 'a.wast', ...counts, failures: [failure] }],
    });
  });

  it('lists failures as known failures are listed', async () => {
    await folder.write('a.wast', '(component)\n(thread)\n(thread)\n(component)\n(thread)');
    expect((await run(folder.path, '--list')).output[1]).toBe('  "a.wast": "2-3, 5"');
  });

  it('calls functions through generated code, and says how many', async () => {
    await folder.write(
      'a.wast',
      `(component definition $A
        (core module $M (func (export "f") (param i32) (result i32) local.get 0))
        (core instance $m (instantiate $M))
        (func (export "some-name") (param "a" u8) (result u8) (canon lift (core func $m "f"))))
      (component instance $a $A)
      (assert_return (invoke $a "some-name" (u8.const 7)) (u8.const 7))
      (component instance $b $A)
      (assert_return (invoke $b "some-name" (u8.const 8)) (u8.const 9))`,
    );
    const { exitCode, output } = await run('--generated', folder.path);
    expect(output.slice(-4)).toEqual([
      'not as expected: 1',
      'a.wast:8: assert_return: returned 8, expected 9',
      '',
      'calls through generated code: 2 of 2',
    ]);
    expect(exitCode).toBe(1);
  });

  it('says what is wrong with its arguments', async () => {
    await folder.write('empty/README.md', '');
    expect(await run(join(folder.path, 'none'))).toEqual({
      exitCode: 2,
      output: ['/none: there is no such folder'],
    });
    expect(await run(join(folder.path, 'empty'))).toEqual({
      exitCode: 2,
      output: ['/empty: there are no .wast files in this folder'],
    });
    expect((await run('--verbose')).exitCode).toBe(2);
  });
});
