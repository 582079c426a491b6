import type { LinearMemory } from '../abi/context.js';

/** The views of a guest's memory. Growing it detaches them; one cheap check at each use finds that out. */
export class GuestMemory implements LinearMemory {
  readonly #memory: WebAssembly.Memory;
  #bytes: Uint8Array;
  #data: DataView;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#data = new DataView(memory.buffer);
  }

  get bytes(): Uint8Array {
    if (this.#bytes.length === 0) this.#refresh();
    return this.#bytes;
  }

  get data(): DataView {
    if (this.#bytes.length === 0) this.#refresh();
    return this.#data;
  }

  #refresh(): void {
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#data = new DataView(this.#memory.buffer);
  }
}

/** For functions whose canonical options name no memory: planning has made sure that they need none. */
export const noMemory: LinearMemory = { bytes: new Uint8Array(0), data: new DataView(new ArrayBuffer(0)) };
