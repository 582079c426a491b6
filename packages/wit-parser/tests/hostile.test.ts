import { describe, expect, it } from '@jest/globals';
import { parseWit, WitError } from '@wit-bindgen-ts/wit-parser';
import { errorOf } from './errors.js';
import { hostileGroups } from './hostile/groups.js';

/** The code of the first diagnostic. An error of another kind is not caught. */
function outcomeOf(text: string): string {
  try {
    parseWit(text, { features: 'all' });
    return 'resolved';
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
    for (const { line, column, frame } of error.diagnostics) {
      expect([line, column].every((number) => number >= 1)).toBe(true);
      expect(frame).toContain('^');
    }
    return error.diagnostics[0]?.code ?? 'no diagnostics';
  }
}

describe('hostile WIT', () => {
  describe.each(Object.entries(hostileGroups))('%s', (_, { count, inputs }) => {
    it.each(inputs.map(({ name, outcome, text }) => ({ name, outcome, text })))(
      '$name: $outcome',
      ({ outcome, text }) => {
        expect(outcomeOf(text(count))).toBe(outcome);
      },
    );
  });

  it.each([
    ['types', `interface i { type t = ${'list<'.repeat(101)}u8${'>'.repeat(101)}; }`],
    ['packages', 'package c:d {'.repeat(101)],
  ])('says how deep %s may be nested', (what, text) => {
    const [diagnostic] = errorOf(`package a:b; ${text}`).diagnostics;
    expect(diagnostic?.message).toBe(`${what} may be nested 100 deep at most`);
  });
});
