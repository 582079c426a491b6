import { readFileSync } from 'node:fs';

/** The bytes of a committed guest: `guestFile('shop/shop.wasm')`. */
export function guestFile(path: string): Uint8Array<ArrayBuffer> {
  return readFileSync(new URL(`../guests/${path}`, import.meta.url));
}
