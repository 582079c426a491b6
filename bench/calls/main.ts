/**
 * `npm run bench [-- --quick] [--only WORDS] [--json FILE]`: what calls cost, by the shape of their values, beside
 * hand-written glue and beside jco, in the same run; with `--only`, of the shapes whose name has the words. The first run
 * installs jco in this folder.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allContenders } from './contenders.js';
import { buildGuest } from './guest.js';
import { installOthers } from './install.js';
import { fullEffort, measureShapes, quickEffort } from './measure.js';
import { callsTable, targetLines } from './report.js';

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } },
});

installOthers();
const contenders = await allContenders(await buildGuest());
const effort = options.quick === true ? quickEffort : fullEffort;
const shapes = await measureShapes(contenders, options.only ?? '', effort);

console.log(`\nCalls by shape, on Node ${process.version}: median, and times hand-written glue\n`);
console.log(`${callsTable(shapes)}\n`);
console.log(targetLines(shapes).join('\n'));
if (options.json !== undefined) {
  writeFileSync(options.json, JSON.stringify({ node: process.version, shapes }, null, 2) + '\n');
}
