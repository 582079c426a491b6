// `node transpile.mjs <component> <folder>`: has both versions of jco transpile the component, each into a folder of its own.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { generate } from 'jco-1.9.1/component';

const [component, folder] = process.argv.slice(2);
const bytes = readFileSync(component);

// jco 1.35 transpiles with jco-transpile 0.15.
const latest = await transpileBytes(bytes, { name: 'calls', instantiation: 'sync' });
write('jco-1.35', Object.entries(latest.files));
const fastest = await generate(bytes, { name: 'calls', instantiation: { tag: 'sync' } });
write('jco-1.9.1', fastest.files.map(withLateTrampolines));

/** Version 1.9.1 passes what makes a handle to the guest before it defines that, so that nothing it generates here runs. */
function withLateTrampolines([path, content]) {
  if (path !== 'calls.js') return [path, content];
  const text = Buffer.from(content).toString();
  return [path, text.replace(/(?<='\[resource-new\]\w+': )(\w+)/g, '(rep) => $1(rep)')];
}

function write(name, files) {
  for (const [path, content] of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
