import { fileURLToPath } from 'node:url';
import { Component } from '@wit-bindgen-ts/runtime';
import type { Calls, Contender, Host } from '../calls.js';
import { witFile } from '../guest.js';
import { run } from '../install.js';

/** What the generated world is, as far as it is needed here. */
interface GeneratedModule {
  readonly Calls: {
    pre(component: Component, imports: { readonly 'bench:calls/host': Host }): { instantiateSync(): Calls };
  };
}

const generator = new URL('../../../packages/bindgen/bin/wit-bindgen-ts.js', import.meta.url);

/** Our runtime through the bindings that `wit-bindgen-ts generate` makes of the guest's WIT now. */
export async function generated(bytes: Uint8Array<ArrayBuffer>, output: URL): Promise<Contender> {
  const folder = new URL('generated/', output);
  run(
    process.execPath,
    fileURLToPath(generator),
    'generate',
    fileURLToPath(witFile),
    '--out-dir',
    fileURLToPath(folder),
  );
  const { Calls } = (await import(new URL('calls.ts', folder).href)) as GeneratedModule;
  const component = Component.compileSync(bytes);
  return {
    name: 'generated',
    link(host) {
      const pre = Calls.pre(component, { 'bench:calls/host': host });
      return () => pre.instantiateSync();
    },
  };
}
