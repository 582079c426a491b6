import type { CoreValue, LinearMemory } from '../abi/context.js';

const initialSize = 1024;
/** Address 0 is for what is empty. */
const start = 16;
/** What is kept from one call to the next. */
const keptSize = 65536;

/** A memory without a guest, for values that are passed on. */
export class ScratchMemory implements LinearMemory {
  bytes = new Uint8Array(initialSize);
  data = new DataView(this.bytes.buffer);
  #end = start;

  /** Hands out one piece after another. */
  realloc(oldPointer: CoreValue, oldSize: CoreValue, alignment: CoreValue, newSize: CoreValue): number {
    const pointer = Math.ceil(this.#end / Number(alignment)) * Number(alignment);
    this.#end = pointer + Number(newSize);
    if (this.#end > this.bytes.length) this.#resize(Math.max(this.#end, 2 * this.bytes.length));
    this.bytes.copyWithin(pointer, Number(oldPointer), Number(oldPointer) + Number(oldSize));
    return pointer;
  }

  clear(): void {
    this.#end = start;
    if (this.bytes.length > keptSize) this.#resize(initialSize);
  }

  #resize(size: number): void {
    const bytes = new Uint8Array(size);
    bytes.set(this.bytes.subarray(0, size));
    this.bytes = bytes;
    this.data = new DataView(bytes.buffer);
  }
}
