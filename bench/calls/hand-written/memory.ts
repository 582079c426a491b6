/** The views of a memory, made again after it has grown. */
export class Memory {
  #memory: WebAssembly.Memory | undefined;
  #bytes = new Uint8Array();
  #data = new DataView(new ArrayBuffer());

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
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
    const buffer = this.#memory?.buffer ?? new ArrayBuffer();
    this.#bytes = new Uint8Array(buffer);
    this.#data = new DataView(buffer);
  }
}
