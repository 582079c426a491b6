import { join, relative } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadWit, WitError } from '@wit-bindgen-ts/wit-parser';
import { caseNames, describeCorpus, inputPath, readText } from './corpus.js';

async function errorOf(path: string): Promise<unknown> {
  try {
    await loadWit(path);
  } catch (error) {
    return error;
  }
  throw new Error(`${path} was accepted`);
}

/** The file and line of the first place that an expected result names; some name none. */
function expectedPlace(result: string): string | undefined {
  return /parse-fail\/(\S+\.wit:\d+):\d+/.exec(result)?.[1];
}

describeCorpus('wit/reject', (path) => {
  const names = caseNames(path, '.wit.result');
  const places = new Map(
    names.map((name) => [name, expectedPlace(readText(join(path, `${name}.wit.result`)))]),
  );

  it(`${names.length} cases, ${[...places.values()].filter((place) => place !== undefined).length} with a place`, () => {
    expect(names.length).toBeGreaterThan(0);
  });

  for (const [name, place] of places) {
    it(`refuses ${name}${place === undefined ? '' : ` at ${place}`}`, async () => {
      const error = await errorOf(inputPath(path, name));
      if (!(error instanceof WitError)) throw error;
      const [first] = error.diagnostics;
      expect(error.message).toContain(first?.frame);
      if (place !== undefined) expect(`${relative(path, first?.file ?? '')}:${first?.line}`).toBe(place);
    });
  }
});
