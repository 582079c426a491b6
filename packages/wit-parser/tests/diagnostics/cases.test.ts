import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { diagnosticCodes } from '@wit-bindgen-ts/wit-parser';
import { readCases, renderCase } from './cases.js';

// `npm run docs` writes the texts anew. Read each that changes as the one who made the mistake would.
const cases = await readCases();

describe('a diagnostic with the code', () => {
  it('has a case for each code there is', () => {
    expect([...cases.keys()]).toEqual(Object.keys(diagnosticCodes).sort());
    for (const [code, each] of cases) expect([code, each.length]).not.toEqual([code, 0]);
  });

  describe.each([...cases])('%s', (code, each) => {
    it.each(each.map((one) => [one.name, one] as const))('says what is wrong: %s', async (_, one) => {
      const { error, text } = await renderCase(one);
      expect(text).toBe(await readFile(one.expected, 'utf8'));
      expect(error.diagnostics[0]?.code).toBe(code);
    });
  });
});
