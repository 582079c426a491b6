import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { loadWit } from '@wit-bindgen-ts/wit-parser';
import { describeCorpus } from './corpus.js';

function entries(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((entry) => !entry.startsWith('LICENSE'));
}

for (const corpus of ['wit-codegen', 'wasi']) {
  describeCorpus(corpus, (path) => {
    for (const entry of entries(path)) {
      it(`resolves ${entry}`, async () => {
        const nested = join(path, entry, 'wit');
        const { resolve, package: main } = await loadWit(existsSync(nested) ? nested : join(path, entry), {
          features: 'all',
        });
        expect(resolve.packages[main]?.worlds.size).toBeGreaterThan(0);
      });
    }
  });
}
