/**
 * `npm run bench:compile [-- --json FILE] [--only WORDS]`: what a definition costs to compile in components of 1,000,
 * 10,000 and 100,000 of its kind, or as many as there may be; with `--only`, of the kinds whose name has the words.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureShape } from './measure.js';
import { costsTable, targetLine } from './report.js';
import { shapes } from './shapes.js';

const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

const results = shapes.filter(({ name }) => name.includes(options.only ?? '')).map(measureShape);
console.log(`What a definition costs to compile\n\n${costsTable(results)}\n`);
console.log(targetLine(results));
if (options.json !== undefined) {
  writeFileSync(options.json, JSON.stringify({ node: process.version, shapes: results }, null, 2) + '\n');
}
