/**
 * `npm run bench:wit [-- --json FILE] [--only WORDS]`: this parser beside the Rust one that jco ships as wasm, on the same
 * texts in the same run; with `--only`, on those whose name has the words.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCold } from './cold.js';
import { coldTable, flatnessTable, targetLines, warmTable } from './report.js';
import { syntheticTexts, wasiText } from './texts.js';
import type { WitText } from './texts.js';
import { measureWarm } from './warm.js';
import type { WarmResult } from './warm.js';

const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const wasiFolder = fileURLToPath(new URL('../../../shared/conformance/wasi/http-0.3', import.meta.url));

const wasi = wasiText(wasiFolder);
if (wasi === undefined)
  console.log('WASI 0.3 is skipped: shared/conformance/wasi is missing beside the repository\n');
const isWanted = ({ name }: WitText) => name.includes(options.only ?? '');
const real = wasi === undefined ? [] : [wasi];
const manyInterfaces = [...real, ...syntheticTexts('many interfaces')].filter(isWanted);
const oneInterface = syntheticTexts('one interface').filter(isWanted);

const cold = manyInterfaces.map(measureCold);
console.log(
  `Cold: one text in a fresh process, from before the import to the first result\n\n${coldTable(cold)}\n`,
);

const warm: WarmResult[] = [];
for (const text of [...manyInterfaces, ...oneInterface]) warm.push(await measureWarm(text));
console.log(`Warm: one text over and over in one process\n\n${warmTable(warm)}\n`);
if (warm.some(({ text }) => text.synthetic !== undefined)) {
  console.log(`Cost of a declaration, warm\n\n${flatnessTable(warm)}\n`);
}

console.log(targetLines(cold, warm).join('\n'));
if (options.json !== undefined) {
  const withoutText = (key: string, value: unknown) =>
    key === 'text' && typeof value === 'string' ? undefined : value;
  writeFileSync(options.json, JSON.stringify({ node: process.version, cold, warm }, withoutText, 2) + '\n');
}
