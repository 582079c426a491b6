import { readFileSync } from 'node:fs';
import { componentEmbed, componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { encodeComponent } from '../../tests/harness/component-text.js';

/** The guest that all contenders call: its core module, and the component made of that. */
export interface GuestBinaries {
  readonly core: Uint8Array<ArrayBuffer>;
  readonly component: Uint8Array<ArrayBuffer>;
}

export const witFile = new URL('./guest/world.wit', import.meta.url);

export async function buildGuest(): Promise<GuestBinaries> {
  const core = encodeComponent(readFileSync(new URL('./guest/guest.wat', import.meta.url), 'utf8'));
  const witSource = readFileSync(witFile, 'utf8');
  const embedded = await componentEmbed({ binary: core, witSource });
  return { core, component: Uint8Array.from(await componentNew(embedded)) };
}
