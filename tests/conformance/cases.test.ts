import { describe, expect, it } from '@jest/globals';
import { ownCases } from './wast/command.js';
import { scriptsIn, textOf } from './wast/corpus.js';
import { runScript } from './wast/run-script.js';

describe('our own wast scripts', () => {
  it.each(scriptsIn(ownCases).map((script) => [script.name, script] as const))('%s', async (_, script) => {
    const outcomes = await runScript(textOf(script));
    // What needs a feature that the engine lacks is skipped; `npm run conformance:engines` runs it in another.
    expect(outcomes.filter(({ result }) => result.status === 'failed')).toEqual([]);
  });
});
