/**
 * A process that resolves one text and ends: `node cold-process.mjs ours|wasm-tools|nothing FILE WORLD`. Prints the
 * milliseconds from before the import to the first result. Plain JavaScript, as a loader would take longer than either.
 */
import { readFileSync } from 'node:fs';

const resolvers = {
  async ours(text, world) {
    const { parseWit, selectWorld } = await import('@wit-bindgen-ts/wit-parser');
    const { resolve, package: main } = parseWit(text);
    selectWorld(resolve, main, world);
  },
  async 'wasm-tools'(text, world) {
    const { componentWitMetadataForWorld } = await import('@bytecodealliance/jco-transpile/wasm-tools');
    await componentWitMetadataForWorld({ tag: 'source', val: text }, world);
  },
  async nothing() {},
};

const [contender, file, world] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const start = performance.now();
await resolvers[contender](text, world);
console.log(performance.now() - start);
