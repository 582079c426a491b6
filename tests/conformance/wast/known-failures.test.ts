import { describe, expect, it } from '@jest/globals';
import type { Check } from '../report.js';
import { Expectations, failedLines } from './known-failures.js';
import type { Outcome } from './run-script.js';

const known = { reason: 'not yet', says: 'boom', directives: { 'values/a.wast': '2, 4-6' } };

function outcome(line: number, failure?: string): Outcome {
  const result = failure === undefined ? { status: 'passed' } : { status: 'failed', message: failure };
  return { line, word: 'invoke', result } as Outcome;
}

function outcomesOf(checks: readonly Check[]): readonly Check['outcome'][] {
  return checks.map(({ outcome: each }) => each);
}

describe('Expectations', () => {
  it('know the failures that are listed, and no others', () => {
    const expectations = new Expectations([known]);
    const outcomes = [
      outcome(1, 'boom'),
      outcome(2, 'a boom'),
      outcome(4, 'thud'),
      outcome(5),
      outcome(6, 'boom'),
    ];
    const failed = (line: number, message: string) => ({
      status: 'failed',
      failure: { line, kind: 'invoke', message },
    });
    expect(outcomesOf(expectations.judge('/x/values/a.wast', outcomes))).toEqual([
      failed(1, 'boom'),
      { ...failed(2, 'a boom'), expectedBecause: 'not yet' },
      failed(4, 'thud'),
      {
        status: 'failed',
        failure: {
          line: 5,
          kind: 'unexpected-pass',
          message: 'invoke passes, though it is known to fail: not yet',
        },
      },
      { ...failed(6, 'boom'), expectedBecause: 'not yet' },
    ]);
    expect(expectations.unseen()).toEqual([]);
  });

  it('take no other file for one that is listed', () => {
    const expectations = new Expectations([known]);
    const outcomes = [outcome(2, 'boom'), outcome(4, 'boom'), outcome(6, 'boom')];
    for (const [path, seen] of [
      ['more-values/a.wast', outcomes],
      ['values/a.wast', outcomes.slice(1)],
    ] as const)
      for (const each of outcomesOf(expectations.judge(path, seen)))
        expect(each).not.toHaveProperty('expectedBecause');
    expect(outcomesOf(expectations.unseen())).toEqual([
      {
        status: 'failed',
        failure: {
          line: 0,
          kind: 'unseen',
          message: 'values/a.wast has no directives at the lines that are known to fail',
        },
      },
    ]);
  });

  it('leave alone what is skipped', () => {
    const skipped: Outcome = { line: 2, word: 'invoke', result: { status: 'skipped', reason: 'no' } };
    const expectations = new Expectations([{ ...known, directives: { 'a.wast': '2' } }]);
    expect(outcomesOf(expectations.judge('a.wast', [skipped]))).toEqual([
      { status: 'skipped', line: 2, reason: 'invoke: no' },
    ]);
  });

  it('refuse lines that are none', () => {
    expect(() => new Expectations([{ ...known, directives: { 'a.wast': '3-b' } }])).toThrow(
      new Error('3-b is no range of lines'),
    );
  });
});

describe('failedLines', () => {
  it('lists ranges in which nothing passed', () => {
    const outcomes = [outcome(1, 'a'), outcome(3, 'a'), outcome(4), outcome(7, 'a'), outcome(9)];
    expect(failedLines(outcomes)).toBe('1-3, 7');
    expect(failedLines([])).toBe('');
  });
});
