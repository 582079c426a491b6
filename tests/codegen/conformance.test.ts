import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { loadWit } from '@wit-bindgen-ts/wit-parser';
import { BindgenError, generate } from 'wit-bindgen-ts';
import { typeCheck } from './type-check.js';

const conformance = fileURLToPath(new URL('../../../shared/conformance/', import.meta.url));
const virtualRoot = fileURLToPath(new URL('generated-in-memory/', import.meta.url));

/** Worlds that need async, which is refused until the runtime has it. */
const asyncWorlds = [
  'wasi/http-0.3 bindings',
  'wit-codegen/async-trait-function.wit core',
  'wit-codegen/error-context.wit foo',
  'wit-codegen/import-export-future.wit w',
  'wit-codegen/import-export-stream.wit w',
  'wit-codegen/issue-1432.wit w',
  'wit-codegen/issue-1433.wit w',
  'wit-codegen/issue-1544.wit w',
  'wit-codegen/resources-with-streams.wit resources',
  'wit-codegen/streams.wit the-streams',
];

interface Outcome {
  /** By path, each world in a folder of its own. */
  readonly files: Map<string, string>;
  readonly generated: string[];
  readonly refused: string[];
}

async function generateAll(): Promise<Outcome> {
  const outcome: Outcome = { files: new Map(), generated: [], refused: [] };
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

async function generateCase(path: string, { files, generated, refused }: Outcome): Promise<void> {
  const folder = join(conformance, path, 'wit');
  const wit = await loadWit(existsSync(folder) ? folder : join(conformance, path), { features: 'all' });
  for (const [name, world] of wit.resolve.packages[wit.package]?.worlds ?? []) {
    const label = `${path} ${name}`;
    try {
      for (const file of await generate({ ...wit, world })) {
        files.set(join(virtualRoot, label.replaceAll(/\W/g, '-'), file.path), file.text);
      }
      generated.push(label);
    } catch (error) {
      if (!(error instanceof BindgenError)) throw error;
      const codes = new Set(error.problems.map(({ code }) => code));
      refused.push(codes.size === 1 && codes.has('async-unsupported') ? label : `${label}: ${error.message}`);
    }
  }
}

const describeIfThere = existsSync(conformance) ? describe : describe.skip;

describeIfThere('the worlds of ../shared/conformance (skipped where the folder is missing)', () => {
  it('are generated, or refused because they need async, and what is generated compiles', async () => {
    const { files, generated, refused } = await generateAll();
    expect(refused.sort()).toEqual(asyncWorlds);
    expect(generated.length).toBe(62);
    expect(typeCheck([...files.keys()], files)).toEqual([]);
  }, 60_000);
});
