import { compileErrorAt } from '../errors/compile-error.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the primitives of the binary format, and knows where in the whole binary it stands. */
export class Reader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** The offset of the next byte, from the start of the binary. */
  get offset(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at >= this.#end;
  }

  byte(what: string): number {
    const byte = this.#at < this.#end ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) throw this.#ended(what);
    this.#at += 1;
    return byte;
  }

  peek(what: string): number {
    const byte = this.byte(what);
    this.#at -= 1;
    return byte;
  }

  /** An unsigned 32-bit LEB128. */
  u32(what: string): number {
    const start = this.#at;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte(what);
      if (shift === 28 && byte > 0x0f) break;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw compileErrorAt('integer-too-large', start, `${what} is not an unsigned 32-bit integer`);
  }

  /** An unsigned 64-bit LEB128. */
  u64(what: string): bigint {
    const start = this.#at;
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte(what);
      if (shift === 63n && byte > 1) break;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw compileErrorAt('integer-too-large', start, `${what} is not an unsigned 64-bit integer`);
  }

  /** UTF-8 text with its length before it. */
  name(what: string): string {
    const start = this.#at;
    const bytes = this.bytes(this.u32(`the length of ${what}`), what);
    try {
      return utf8.decode(bytes);
    } catch {
      throw compileErrorAt('malformed-utf8', start, `${what} is not valid UTF-8`);
    }
  }

  /** The next bytes, not copied. */
  bytes(length: number, what: string): Uint8Array<ArrayBuffer> {
    if (length > this.#end - this.#at) throw this.#ended(what);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** All bytes that are left, not copied. */
  rest(): Uint8Array<ArrayBuffer> {
    return this.bytes(this.#end - this.#at, 'the rest');
  }

  /** A reader of the next `length` bytes, which this one skips. */
  section(length: number, what: string): Reader {
    const start = this.#at;
    this.bytes(length, what);
    return new Reader(this.#bytes, start, this.#at);
  }

  /** A vector: its length, then its elements. The length is not trusted: each element takes at least one byte. */
  vec<T>(what: string, element: (reader: Reader) => T): T[] {
    const start = this.#at;
    const length = this.u32(`the number of ${what}`);
    if (length > this.#end - this.#at) {
      throw compileErrorAt(
        'unexpected-end',
        start,
        `there is no room for ${length} ${what}: the binary ends too early`,
      );
    }
    const elements: T[] = [];
    for (let i = 0; i < length; i++) elements.push(element(this));
    return elements;
  }

  /** A value that may be absent: `0x00`, or `0x01` and the value. */
  optional<T>(what: string, value: (reader: Reader) => T): T | undefined {
    const start = this.#at;
    const flag = this.byte(what);
    if (flag === 0x00) return undefined;
    if (flag === 0x01) return value(this);
    throw this.unknown(`the presence of ${what}`, flag, start);
  }

  /** The error for a byte that has no meaning in this place. */
  unknown(what: string, byte: number, offset = this.#at - 1): Error {
    return compileErrorAt(
      'unknown-byte',
      offset,
      `0x${byte.toString(16).padStart(2, '0')} does not stand for ${what}`,
    );
  }

  #ended(what: string): Error {
    return compileErrorAt('unexpected-end', this.#at, `the binary ends in the middle of ${what}`);
  }
}
