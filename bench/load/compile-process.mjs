/**
 * A process that compiles one component, or transpiles it, and ends: `node compile-process.mjs ours|jco FILE`. Prints the
 * milliseconds that it took, the package being imported already.
 */
import { readFileSync } from 'node:fs';

const packages = {
  async ours() {
    const { Component } = await import('@wit-bindgen-ts/runtime');
    return (bytes) => Component.compile(bytes);
  },
  async jco() {
    const { transpileBytes } = await import('@bytecodealliance/jco-transpile');
    return (bytes) => transpileBytes(bytes, { name: 'desk', instantiation: 'async' });
  },
};

const [contender, file] = process.argv.slice(2);
const bytes = Uint8Array.from(readFileSync(file));
const compile = await packages[contender]();
const start = performance.now();
await compile(bytes);
console.log(performance.now() - start);
