/**
 * `npm run bench:load [-- --json FILE]`: what loading a component takes, beside what its core modules alone take and beside
 * jco, in the same run. The first run installs jco and componentize-js in this folder.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCold } from './cold.js';
import { installOthers, largeComponent } from './install.js';
import { measureLarge, measureLargeCold } from './large.js';
import { coldTable, largeTable, targetLines, warmTable } from './report.js';
import { measureWarm } from './warm.js';

const { values: options } = parseArgs({ options: { json: { type: 'string' } } });
const tiny = fileURLToPath(new URL('../../examples/hello/guest/hello.wasm', import.meta.url));

installOthers();
const largeFile = largeComponent();

const large = await measureLarge(largeFile);
const largeCold = measureLargeCold(largeFile);
const size = (large.bytes / 1e6).toFixed(1);
console.log(
  `A component of ${size} MB and ${large.coreModules} core modules, compiled\n\n${largeTable(large, largeCold)}\n`,
);

const cold = measureCold(tiny);
console.log(`A tiny component in a fresh process, to the result of its first call\n\n${coldTable(cold)}\n`);

const warm = await measureWarm(tiny);
console.log(`The same component instantiated, warm\n\n${warmTable(warm)}\n`);

const result = { large, largeCold, cold, warm };
console.log(targetLines(result).join('\n'));
if (options.json !== undefined) {
  writeFileSync(options.json, JSON.stringify({ node: process.version, ...result }, null, 2) + '\n');
}
