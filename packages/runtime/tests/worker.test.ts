import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';
import { Component } from '@wit-bindgen-ts/runtime';
import { guestFile } from '../../../tests/harness/guest-file.js';
import { bundle } from './bundles.js';

/** Makes an instance of what it is sent, and says how often it compiled on the way. */
const program = `
  import { parentPort } from 'node:worker_threads';
  import { Component, Linker } from 'runtime/precompiled.ts';

  let compiled = 0;
  const counting = (compile) => (...args) => { compiled += 1; return compile(...args); };
  WebAssembly.compile = counting(WebAssembly.compile);
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(target, args) { compiled += 1; return Reflect.construct(target, args); },
  });

  parentPort.on('message', async (clone) => {
    const lines = [];
    const linker = new Linker().define({ 'example:shop/log@1.2.0': { write: (level, line) => lines.push(line) } });
    const instance = await linker.instantiate(Component.fromClone(clone));
    const inventory = instance.getExportIndex('example:shop/inventory@1.2.0');
    const { name } = instance.getFunc(instance.getExportIndex('find', inventory)).call('tea');
    parentPort.postMessage({ name, version: instance.getFunc('version').call(), lines, compiled });
  });
`;

it('a worker instantiates a component that it was sent, and compiles nothing', async () => {
  const { code } = await bundle(program);
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  try {
    const component = await Component.compile(guestFile('shop/shop.wasm'));
    worker.postMessage(component.cloneable());
    const answers: unknown[] = await once(worker, 'message');
    expect(answers[0]).toEqual({ name: 'tea', version: '1.2.0', lines: ['find: tea'], compiled: 0 });
  } finally {
    await worker.terminate();
  }
});
