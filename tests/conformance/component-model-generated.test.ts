/**
 * Others' and our own wast scripts, whose functions are called through the code that is generated for the binaries of their
 * components: what `component-model.test.ts` and `cases.test.ts` call by `Func.call`.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Report } from './report.js';
import { knownDifferences, knownFailures, ownCases, referenceTests } from './wast/command.js';
import { scriptsIn, textOf } from './wast/corpus.js';
import { GeneratedCallees } from './wast/generated/generated-callees.js';
import { Expectations } from './wast/known-failures.js';
import { runScript } from './wast/run-script.js';

const theirs = scriptsIn(referenceTests);

describe('wast scripts, through generated code', () => {
  const expectations = Expectations.read(knownFailures, knownDifferences);
  let callees: GeneratedCallees;

  beforeAll(async () => {
    callees = await GeneratedCallees.create();
  });
  afterAll(async () => {
    await callees.remove();
  });

  it.each([...theirs, ...scriptsIn(ownCases)].map((script) => [script.name, script] as const))(
    '%s',
    async (name, script) => {
      const before = callees.calls.dynamic;
      const report = new Report();
      report.add(name, expectations.judge(script.path, await runScript(textOf(script), callees)));
      expect(report.surprises).toEqual([]);
      // Memories with 64-bit addresses are left to the dynamic path.
      if (name !== 'memory64.wast') expect(callees.calls.dynamic - before).toBe(0);
    },
  );

  it('make their calls there', () => {
    expect(callees.calls.emitted).toBeGreaterThanOrEqual(theirs.length > 0 ? 344 : 47);
  });

  if (theirs.length > 0) {
    it('contain every known failure', () => {
      expect(expectations.unseen()).toEqual([]);
    });
  }
});
