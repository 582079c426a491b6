// Makes a component of the JavaScript guest of `e2e`: `node build-large.mjs FILE`.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { componentize } from '@bytecodealliance/componentize-js';

const guest = (name) => fileURLToPath(new URL(`../../e2e/${name}`, import.meta.url));
const [file] = process.argv.slice(2);

const { component } = await componentize({
  sourcePath: guest('guest/desk.js'),
  witWorld: readFileSync(guest('world.wit'), 'utf8'),
  worldName: 'desk',
  // Without these the component needs no WASI, and takes seconds to build.
  disableFeatures: ['stdio', 'random', 'clocks', 'http', 'fetch-event'],
});
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, component);
