import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Calls, Contender, Host } from '../calls.js';
import { run } from '../install.js';

/** What jco generates for a component that is instantiated at once. */
interface GeneratedModule {
  readonly instantiate: (
    coreModule: (name: string) => WebAssembly.Module | undefined,
    imports: { readonly 'bench:calls/host': Host },
  ) => Calls;
}

/** The last jco, and the one that was fastest. */
const versions = ['jco 1.35', 'jco 1.9.1'] as const;

export async function jcoVersions(bytes: Uint8Array, output: URL): Promise<Contender[]> {
  const component = new URL('calls.wasm', output);
  writeFileSync(component, bytes);
  run(process.execPath, 'transpile.mjs', fileURLToPath(component), fileURLToPath(output));
  return Promise.all(versions.map((name) => jco(name, new URL(`${name.replace(' ', '-')}/`, output))));
}

async function jco(name: string, folder: URL): Promise<Contender> {
  const { instantiate } = (await import(new URL('calls.js', folder).href)) as GeneratedModule;
  const wasmFiles = readdirSync(folder).filter((file) => file.endsWith('.wasm'));
  const modules = new Map(
    wasmFiles.map((file) => [file, new WebAssembly.Module(readFileSync(new URL(file, folder)))]),
  );
  const coreModule = (file: string) => modules.get(file);
  return { name, link: (host) => () => instantiate(coreModule, { 'bench:calls/host': host }) };
}
