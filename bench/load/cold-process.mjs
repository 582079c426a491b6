/**
 * A process that loads one component, calls a function and ends: `node cold-process.mjs ours|jco|nothing FILE FOLDER`. Prints
 * the milliseconds from before the import to the result. Plain JavaScript, as a loader would take longer than either.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const hour = () => 8;

const loaders = {
  async ours(bytes) {
    const { Component, Linker } = await import('@wit-bindgen-ts/runtime');
    const component = await Component.compile(bytes);
    const instance = await new Linker().define({ hour }).instantiate(component);
    return instance.getFunc('greet').call('Ada').words;
  },
  async jco(bytes, folder) {
    const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
    const { files } = await transpileBytes(bytes, { name: 'hello', instantiation: 'async' });
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const { instantiate } = await import(pathToFileURL(join(folder, 'hello.js')).href);
    const coreModule = (name) => WebAssembly.compile(files[name]);
    const instance = await instantiate(coreModule, { hour: { default: hour } });
    return instance.greet('Ada').words;
  },
  async nothing() {},
};

const [contender, file, folder] = process.argv.slice(2);
const bytes = Uint8Array.from(readFileSync(file));
const start = performance.now();
const words = await loaders[contender](bytes, folder);
const milliseconds = performance.now() - start;
if (contender !== 'nothing' && !words?.includes('Ada')) throw new Error(`greet returned ${words}`);
console.log(milliseconds);
