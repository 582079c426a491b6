// `node jco-glue.mjs <file> <component>`, or `<file> --wit <wit> [<world>]`: writes the JavaScript that jco transpiles a component
// to. Of WIT it takes a component of the world whose functions do nothing: the glue is that of the world.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { componentEmbed, componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';

const [file, component, wit, world] = process.argv.slice(2);
const bytes = component === '--wit' ? await dummy() : readFileSync(component);
// Core modules stay files of their own: they are not counted.
const { files } = await transpileBytes(bytes, { name: 'world', instantiation: 'async' });
writeFileSync(file, files['world.js']);

async function dummy() {
  const source = statSync(wit).isDirectory() ? { witPath: wit } : { witSource: readFileSync(wit, 'utf8') };
  return await componentNew(
    await componentEmbed({ ...source, world, dummy: true, features: { tag: 'all' } }),
  );
}
