import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadWit } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';
import { typeCheck } from './type-check.js';

const conformance = fileURLToPath(new URL('../../../shared/conformance/', import.meta.url));
const virtualRoot = fileURLToPath(new URL('generated-in-memory/', import.meta.url));

interface Outcome {
  /** By path, each world in a folder of its own. */
  readonly files: Map<string, string>;
  readonly generated: string[];
}

async function generateAll(): Promise<Outcome> {
  const outcome: Outcome = { files: new Map(), generated: [] };
  for (const path of casesIn('wit-codegen')) await generateCase(path, outcome);
  for (const path of ['wasi/http-0.2', 'wasi/http-0.3']) await generateCase(path, outcome);
  return outcome;
}

/** A case is a file, or a folder with the WIT in it. */
function casesIn(folder: string): string[] {
  return readdirSync(join(conformance, folder))
    .filter((name) => name.endsWith('.wit') || statSync(join(conformance, folder, name)).isDirectory())
    .map((name) => `${folder}/${name}`);
}

async function generateCase(path: string, { files, generated }: Outcome): Promise<void> {
  const folder = join(conformance, path, 'wit');
  const wit = await loadWit(existsSync(folder) ? folder : join(conformance, path), { features: 'all' });
  for (const [name, world] of wit.resolve.packages[wit.package]?.worlds ?? []) {
    const label = `${path} ${name}`;
    for (const file of await generate({ ...wit, world })) {
      files.set(join(virtualRoot, label.replaceAll(/\W/g, '-'), file.path), file.text);
    }
    generated.push(label);
  }
}

const describeIfThere = existsSync(conformance) ? describe : describe.skip;

describeIfThere('the worlds of ../shared/conformance (skipped where the folder is missing)', () => {
  it('are generated, and compile', async () => {
    const { files, generated } = await generateAll();
    expect(generated.length).toBe(72);
    expect(typeCheck([...files.keys()], files)).toEqual([]);
  }, 60_000);
});
