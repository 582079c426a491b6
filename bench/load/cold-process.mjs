/**
 * A process that loads one component, calls a function and ends: `node cold-process.mjs ours|jco|nothing FILE FOLDER`. Prints
 * as JSON the milliseconds that importing the package took, and from then to the result. Plain JavaScript, as a loader would
 * take longer than either.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const hour = () => 8;

/** Each imports its package, and gives what loads and calls. */
const packages = {
  async ours() {
    const { Component, Linker } = await import('@wit-bindgen-ts/runtime');
    return async (bytes) => {
      const component = await Component.compile(bytes);
      const instance = await new Linker().define({ hour }).instantiate(component);
      return instance.getFunc('greet').call('Ada').words;
    };
  },
  async jco() {
    const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
    return async (bytes, folder) => {
      const { files } = await transpileBytes(bytes, { name: 'hello', instantiation: 'async' });
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const { instantiate } = await import(pathToFileURL(join(folder, 'hello.js')).href);
      const coreModule = (name) => WebAssembly.compile(files[name]);
      const instance = await instantiate(coreModule, { hour: { default: hour } });
      return instance.greet('Ada').words;
    };
  },
  async nothing() {
    return async () => 'Ada';
  },
};

const [contender, file, folder] = process.argv.slice(2);
const bytes = Uint8Array.from(readFileSync(file));
// So that Node need not find out what generated modules are.
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

const start = performance.now();
const load = await packages[contender]();
const imported = performance.now();
const words = await load(bytes, folder);
const end = performance.now();
if (!words.includes('Ada')) throw new Error(`greet returned ${words}`);
console.log(JSON.stringify({ importing: imported - start, loading: end - imported }));
