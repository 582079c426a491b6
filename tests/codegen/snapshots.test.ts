import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { typeCheck } from './type-check.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries.filter((path) => path.endsWith('.ts')).map((path) => join(root, folder, path));
}

describe('snapshots', () => {
  it('compile under the strictest flags, and so do the hosts that were written against them', () => {
    const paths = [...sourcesIn('snapshots'), ...sourcesIn('tests/codegen/hosts')];
    expect(paths.length).toBeGreaterThan(50);
    expect(typeCheck(paths)).toEqual([]);
  });

  it('would not compile with a mistake', () => {
    const path = join(root, 'tests/codegen/hosts/mistaken.ts');
    const text = `import type { Shop } from '../../../snapshots/shop/shop.js';
export const price = (shop: Shop): string => shop.inventory.items()[0].price;
`;
    expect(typeCheck([path], new Map([[path, text]]))).toEqual([
      "tests/codegen/hosts/mistaken.ts:2:46: Object is possibly 'undefined'.",
      "tests/codegen/hosts/mistaken.ts:2:46: Type 'bigint' is not assignable to type 'string'.",
    ]);
  });
});
