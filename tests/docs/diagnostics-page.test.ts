import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { diagnosticCodes } from '@wit-bindgen-ts/wit-parser';
import { diagnosticsPage, pagePath } from './diagnostics-page.js';
import { chapters } from './explanations.js';

describe('docs/diagnostics.md', () => {
  it('is what `npm run docs` writes', async () => {
    expect(await diagnosticsPage()).toBe(await readFile(pagePath, 'utf8'));
  });

  it('has every code once', () => {
    expect(Object.values(chapters).flat().sort()).toEqual(Object.keys(diagnosticCodes).sort());
  });
});
