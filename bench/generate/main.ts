/**
 * `npm run bench:generate [-- --json FILE] [--only WORDS]`: `generate` beside `jco types`, each in fresh processes on the same
 * worlds in the same run, and what the bindings of each world weigh; with `--only`, the times of those worlds alone whose
 * name has the words. The first run installs jco in this folder.
 *
 * `-- --write` weighs, and writes docs/bytes.md. `-- --check` compares our bytes with those there, and needs no jco.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bytesPage } from './bytes-page.js';
import { measureBytes, staleBytes, writeBytes } from './bytes-table.js';
import { measureCold } from './cold.js';
import type { ColdResult } from './cold.js';
import { installJco } from './install.js';
import { coldTable, failureLines } from './report.js';
import { hello, synthetic, wasi } from './worlds.js';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

if (options.check) await check();
else {
  installJco();
  if (options.write) await writeBytes(await measureBytes());
  else await bench();
}

async function check(): Promise<void> {
  const stale = await staleBytes();
  for (const line of stale) console.log(line);
  console.log(
    stale.length === 0
      ? 'docs/bytes.md is up to date'
      : 'docs/bytes.md is not up to date: run `npm run bench:generate -- --write`',
  );
  if (stale.length > 0) process.exitCode = 1;
}

async function bench(): Promise<void> {
  const cold = await timed();
  console.log(`Bindings of a world in a fresh process, from its start to its end\n\n${coldTable(cold)}\n`);
  for (const line of failureLines(cold)) console.log(`${line}\n`);
  if (options.only !== '') return;
  const bytes = await measureBytes();
  const page = await bytesPage(bytes);
  console.log(page.slice(page.indexOf('# ')));
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ node: process.version, cold, bytes }, undefined, 2)}\n`);
}

async function timed(): Promise<ColdResult[]> {
  const wasi3 = wasi('0.3');
  if (wasi3 === undefined)
    console.log('WASI 0.3 is skipped: shared/conformance/wasi is missing beside the repository\n');
  const worlds = [hello, ...(wasi3 === undefined ? [] : [wasi3]), synthetic()];
  const results: ColdResult[] = [];
  for (const world of worlds.filter(({ name }) => name.includes(options.only)))
    results.push(await measureCold(world));
  return results;
}
