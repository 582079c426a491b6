import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadWit, toJson } from '@wit-bindgen-ts/wit-parser';
import { caseNames, describeCorpus, inputPath, readText } from './corpus.js';
import { knownFailures } from './known-failures.js';

/** Maps whose order counts; the order of other fields does not. */
const orderedMaps = new Set(['imports', 'exports', 'functions', 'types', 'interfaces', 'worlds']);

function withOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => {
      const isMap =
        orderedMaps.has(key) && typeof field === 'object' && field !== null && !Array.isArray(field);
      return [
        key,
        isMap ? Object.entries(field).map(([name, item]) => [name, withOrder(item)]) : withOrder(field),
      ];
    }),
  );
}

async function resolvedJson(path: string): Promise<unknown> {
  const { resolve } = await loadWit(path, { features: ['active'] });
  return JSON.parse(JSON.stringify(toJson(resolve)));
}

describeCorpus('wit/accept', (path) => {
  const names = caseNames(path, '.wit.json');
  const known = names.filter((name) => knownFailures.has(name));

  it(`${names.length} cases, ${known.length} known failures`, () => {
    expect(names.length).toBeGreaterThan(0);
    expect(known.sort()).toEqual([...knownFailures.keys()].sort());
  });

  for (const name of names.filter((each) => !knownFailures.has(each))) {
    it(`resolves ${name}`, async () => {
      const expected: unknown = JSON.parse(readText(join(path, `${name}.wit.json`)));
      expect(withOrder(await resolvedJson(inputPath(path, name)))).toEqual(withOrder(expected));
    });
  }

  for (const name of known) {
    it(`does not resolve ${name}: ${knownFailures.get(name)}`, async () => {
      await expect(resolvedJson(inputPath(path, name))).rejects.toThrow();
    });
  }
});
