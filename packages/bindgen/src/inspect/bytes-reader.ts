/** Reads what custom sections are made of. They may say anything: every read can fail. */
export class BytesReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** @throws RangeError at the end */
  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('the section ends early');
    return byte;
  }

  u32(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('the number is too long');
  }

  name(): string {
    return new TextDecoder().decode(this.bytes(this.u32()));
  }

  bytes(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new RangeError('the section ends early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** A vector: its length, then its elements. */
  each(read: () => void): void {
    for (let rest = this.u32(); rest > 0; rest--) read();
  }
}
