import { describe, expect, it } from '@jest/globals';
import { Report } from './report.js';
import { knownFailures, referenceTests } from './wast/command.js';
import { scriptsIn, textOf } from './wast/corpus.js';
import { Expectations } from './wast/known-failures.js';
import { runScript } from './wast/run-script.js';

const scripts = scriptsIn(referenceTests);

describe('the reference tests of the component model', () => {
  if (scripts.length === 0) {
    it.skip('are not here: ../shared/conformance/component-model is missing', () => {});
    return;
  }
  const expectations = Expectations.read(knownFailures);

  it.each(scripts.map((script) => [script.name, script] as const))('%s', async (name, script) => {
    const report = new Report();
    report.add(name, expectations.judge(script.path, await runScript(textOf(script))));
    expect(report.surprises).toEqual([]);
  });

  it('contain every known failure', () => {
    expect(expectations.unseen()).toEqual([]);
  });
});
