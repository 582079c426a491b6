import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Report, writeReport } from './report.js';
import type { Check } from './report.js';

const good: Check = { part: 'one', outcome: { status: 'passed' } };
const failure = { line: 3, kind: 'place', message: 'it is elsewhere' };
const bad: Check = { part: 'two', outcome: { status: 'failed', failure } };
const known: Check = {
  part: 'two',
  outcome: { status: 'failed', failure, expectedBecause: 'that is better' },
};
const skipped: Check = { part: 'one', outcome: { status: 'skipped', reason: 'not yet' } };
const unjudged: Check = { part: 'two', outcome: { status: 'unjudged', remark: 'with no place' } };

describe('a report', () => {
  it('has a line for each check that did not pass', () => {
    const report = new Report();
    report.add('a', [good, bad]);
    report.add('b', [known, unjudged]);
    report.add('c', [skipped]);
    expect(report.lines).toEqual([
      'a:3: place: it is elsewhere',
      'b:3: place: it is elsewhere (expected: that is better)',
      'c: skipped: not yet',
    ]);
  });

  it('fails where something failed that is not expected to', () => {
    const report = new Report();
    report.add('a', [good, known, skipped, unjudged]);
    expect(report.exitCode).toBe(0);
    expect(report.surprises).toEqual([]);
    report.add('b', [bad]);
    expect(report.exitCode).toBe(1);
    expect(report.surprises).toEqual(['b:3: place: it is elsewhere']);
  });

  it('has the totals of its parts', () => {
    const report = new Report();
    for (let count = 0; count < 10; count++) report.add(`${count}`, [good]);
    report.add('a', [skipped, bad, known, unjudged]);
    expect(report.table()).toBe(
      [
        'one  10 of 11  1 skipped',
        'two    0 of 2  2 failed, 1 of them as expected; 1 with no place',
        'all  10 of 13  2 failed, 1 of them as expected; 1 skipped',
      ].join('\n'),
    );
  });

  it('is written as JSON, by file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    const report = new Report();
    report.add('a', [good, known]);
    report.add('b', [skipped, unjudged]);
    writeReport(report, join(folder, 'report.json'));
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toEqual({
      totals: { passed: 1, failed: 1, skipped: 1 },
      files: [
        {
          path: 'a',
          passed: 1,
          failed: 1,
          skipped: 0,
          failures: [{ line: 3, kind: 'place', message: 'it is elsewhere (expected: that is better)' }],
        },
        { path: 'b', passed: 0, failed: 0, skipped: 1, failures: [] },
      ],
    });
    rmSync(folder, { recursive: true });
  });
});
