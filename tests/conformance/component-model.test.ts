import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { scriptsIn, textOf } from './wast/corpus.js';
import { readKnownFailures } from './wast/known-failures.js';
import { runScript } from './wast/run-script.js';
import { Tally } from './wast/tally.js';

// The reference tests of the component model stand beside the repository, not in it.
const folder = fileURLToPath(new URL('../../../shared/conformance/component-model', import.meta.url));
const scripts = scriptsIn(folder);

if (!scripts) {
  describe('the reference tests of the component model', () => {
    it.skip('are not here: ../shared/conformance/component-model is missing', () => {});
  });
} else {
  const tally = new Tally(readKnownFailures(new URL('./known-failures.json', import.meta.url)));

  describe('the reference tests of the component model', () => {
    it.each(scripts.map((script) => [script.name, script] as const))('%s', (name, script) => {
      expect(tally.add(name, runScript(textOf(script)))).toEqual([]);
    });

    it('contain every known failure', () => {
      expect(tally.unseen()).toEqual([]);
    });
  });

  afterAll(() => {
    process.stdout.write(`\n${tally.table('component-model')}\n\n`);
  });
}
