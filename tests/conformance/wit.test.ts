import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Report } from './report.js';
import { corpora, corpusRoot } from './wit/command.js';
import { readCases } from './wit/corpus.js';
import { knownPlaces, skippedCases } from './wit/known-failures.js';
import { runCase } from './wit/run-case.js';

for (const name of corpora) {
  const cases = readCases(join(corpusRoot, name));
  const report = new Report();

  if (cases.length === 0) {
    describe(name, () => {
      it.skip(`is not here: ../shared/conformance/${name} is missing`, () => {});
    });
    continue;
  }

  describe(name, () => {
    it.each(cases.map((each) => [each.path, each] as const))('%s', async (path, each) => {
      const before = report.surprises.length;
      report.add(path, await runCase(each));
      expect(report.surprises.slice(before)).toEqual([]);
    });

    afterAll(() => {
      process.stdout.write(`\n${name}\n${report.table()}\n\n`);
    });
  });

  if (name === 'wit') {
    it('has every case that is known to fail', () => {
      const names = new Set(cases.map((each) => each.name));
      const known = [...skippedCases.keys(), ...knownPlaces.keys()];
      expect(known.filter((each) => !names.has(each))).toEqual([]);
    });
  }
}
