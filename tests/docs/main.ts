/**
 * Writes the texts of the diagnostic cases, and docs/diagnostics.md with some of them. With `--check` it writes nothing,
 * lists what is not up to date, and fails if there is anything.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readCases, renderCase } from '../../packages/wit-parser/tests/diagnostics/cases.js';
import { diagnosticsPage, pagePath } from './diagnostics-page.js';

const isCheck = process.argv.includes('--check');
let stale = 0;

async function update(path: string, text: string): Promise<void> {
  const current = await readFile(path, 'utf8').catch(() => undefined);
  if (current === text) return;
  stale++;
  console.log(`${isCheck ? 'not up to date' : 'wrote'}: ${path}`);
  if (!isCheck) await writeFile(path, text);
}

for (const each of [...(await readCases()).values()].flat()) {
  await update(each.expected, (await renderCase(each)).text);
}
await update(pagePath, await diagnosticsPage());
if (isCheck && stale > 0) {
  console.log('run `npm run docs` to write them');
  process.exitCode = 1;
}
