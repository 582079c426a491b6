import { readFile } from 'node:fs/promises';
import { Component, ComponentError } from '@wit-bindgen-ts/runtime';
import { Hello } from '../generated/hello.js';

// 1. Load the component: plain bytes, from a file here.
const bytes = await readFile(new URL('../../guest/hello.wasm', import.meta.url));
const component = await Component.compile(bytes);
console.log(`Loaded guest/hello.wasm: a component of ${bytes.length} bytes, written in C.`);

// 2. Give it what it imports. The world says: a function `hour` that returns a number.
let hour = 8;
const hello = await Hello.instantiate(component, { hour: () => hour });
console.log('Its imports and exports have been checked against world.wit. Now we knock at the door.\n');

// 3. Call what it exports, typed: a string goes in; a record comes out, or the error of the result is thrown.
for (hour of [8, 15, 3]) {
  try {
    console.log(`At ${hour}:00, greet('Ada') returned`, hello.greet('Ada'));
  } catch (error) {
    if (!(error instanceof ComponentError)) throw error;
    console.log(`At ${hour}:00, greet('Ada') threw a ComponentError: "${error.payload}"`);
  }
}
