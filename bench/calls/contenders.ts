import { mkdirSync, rmSync } from 'node:fs';
import type { Contender } from './calls.js';
import { dynamic } from './contenders/dynamic.js';
import { generated } from './contenders/generated.js';
import { jcoVersions } from './contenders/jco.js';
import type { GuestBinaries } from './guest.js';
import { instantiate } from './hand-written/glue.js';

/** What is generated for the benchmark is generated anew each time. */
const output = new URL('./dist/', import.meta.url);

/** All that take part; the first is what the others are compared with. */
export async function allContenders({ core, component }: GuestBinaries): Promise<Contender[]> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  return [
    handWritten(core),
    dynamic(component),
    await generated(component, output),
    ...(await jcoVersions(component, output)),
  ];
}

function handWritten(core: Uint8Array<ArrayBuffer>): Contender {
  const module = new WebAssembly.Module(core);
  return { name: 'hand-written', link: (host) => () => instantiate(module, host) };
}
