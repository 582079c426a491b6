import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadWit } from '@wit-bindgen-ts/wit-parser';
import { generate, generateInterfaces, type BindgenOptions, type GeneratedFile } from 'wit-bindgen-ts';
import { typeCheck } from './type-check.js';

const worlds = fileURLToPath(new URL('worlds/', import.meta.url));
const virtualRoot = fileURLToPath(new URL('generated-in-memory/', import.meta.url));

const optionSets: Readonly<Record<string, BindgenOptions>> = {
  values: { results: 'value', trappable: true },
  promises: { async: { imports: true, exports: true } },
};

/** All that is generated of one of our worlds, or of several in one file, below the names of the options. */
async function generateAll(entry: string): Promise<Map<string, string>> {
  const { resolve, package: main, sources } = await loadWit(join(worlds, entry), { features: 'all' });
  const files = new Map<string, string>();
  const add = (folder: string, generated: readonly GeneratedFile[]): void => {
    for (const { path, text } of generated) files.set(join(virtualRoot, folder, entry, path), text);
  };
  for (const [label, options] of Object.entries(optionSets)) {
    for (const [name, world] of resolve.packages[main]?.worlds ?? [])
      add(`${label}/${name}`, await generate({ ...options, resolve, world, sources }));
  }
  add('interfaces', await generateInterfaces({ resolve, package: main, sources }));
  return files;
}

describe('every world of ours', () => {
  it('compiles with each option, and its interfaces compile without it', async () => {
    const files = new Map<string, string>();
    for (const entry of readdirSync(worlds)) {
      for (const [path, text] of await generateAll(entry)) files.set(path, text);
    }
    expect(files.size).toBeGreaterThan(400);
    expect(typeCheck([...files.keys()], files)).toEqual([]);
  }, 120_000);
});
