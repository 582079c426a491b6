import { compileErrorAt } from '../errors/compile-error.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Names up to this length are put together faster than the decoder of text is called, if they are ASCII. */
const SHORT_NAME = 16;

/** As engines and other tools have it. Nobody reads longer ones, and patterns run out of stack on them. */
const LONGEST_NAME = 100_000;

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

  /** How many bytes are left. */
  get left(): number {
    return this.#end - this.#at;
  }

  byte(what: string): number {
    const byte = this.peek(what);
    this.#at += 1;
    return byte;
  }

  peek(what: string): number {
    const byte = this.#at < this.#end ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) throw this.#ended(what);
    return byte;
  }

  /** A byte that says yes or no; `what` begins with “whether”. */
  boolean(what: string): boolean {
    const byte = this.byte(what);
    if (byte > 0x01) throw this.misplaced(`${hex(byte)} does not say ${what}`);
    return byte === 0x01;
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

  /** An index that stands where a type could be, so that it is signed: a signed 33-bit LEB128, not negative. */
  signedIndex(what: string): number {
    const start = this.#at;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte(what);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte >= 0x80) continue;
      if ((byte & 0x40) !== 0 || value > 0xffff_ffff) break;
      return value;
    }
    throw compileErrorAt('integer-too-large', start, `${what} is not an unsigned 32-bit integer`);
  }

  /** Skips an LEB128 of as many bits as are said, signed or not, without its value. */
  skipInteger(bits: number, what: string): void {
    const start = this.#at;
    for (let shift = 0; shift < bits; shift += 7) {
      if (this.byte(what) < 0x80) return;
    }
    throw compileErrorAt('integer-too-large', start, `${what} has more than ${bits} bits`);
  }

  /** UTF-8 text with its length before it. */
  name(what: string): string {
    const start = this.#at;
    const length = this.u32(`the length of ${what}`);
    if (length > this.left) throw this.#ended(what);
    if (length > LONGEST_NAME) {
      throw compileErrorAt('name-too-long', start, `${what} is longer than ${LONGEST_NAME} bytes`);
    }
    const from = this.#at;
    this.#at += length;
    const short = length <= SHORT_NAME ? this.#ascii(from, this.#at) : undefined;
    if (short !== undefined) return short;
    try {
      return utf8.decode(this.#bytes.subarray(from, this.#at));
    } catch {
      throw compileErrorAt('malformed-utf8', start, `${what} is not valid UTF-8`);
    }
  }

  /** The next bytes, not copied. */
  bytes(length: number, what: string): Uint8Array<ArrayBuffer> {
    this.skip(length, what);
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  skip(length: number, what: string): void {
    if (length > this.left) throw this.#ended(what);
    this.#at += length;
  }

  /** All bytes that are left, not copied. */
  rest(): Uint8Array<ArrayBuffer> {
    return this.bytes(this.left, 'the rest');
  }

  /** Another reader of the bytes that are left. */
  fork(): Reader {
    return new Reader(this.#bytes, this.#at, this.#end);
  }

  /** A reader of the next `length` bytes, which this one skips. */
  section(length: number, what: string): Reader {
    const start = this.#at;
    this.skip(length, what);
    return new Reader(this.#bytes, start, this.#at);
  }

  /** A vector: its length, then its elements. */
  vec<T>(what: string, element: (reader: Reader) => T): T[] {
    const length = this.#count(what);
    const elements: T[] = [];
    for (let i = 0; i < length; i++) elements.push(element(this));
    return elements;
  }

  /** A vector of indices. Core modules have tens of thousands: those of one byte are read without a call for each. */
  indices(what: string): number[] {
    const length = this.#count(what);
    const bytes = this.#bytes;
    const indices: number[] = [];
    let at = this.#at;
    while (indices.length < length) {
      const byte = at < this.#end ? bytes[at] : undefined;
      if (byte !== undefined && byte < 0x80) {
        at += 1;
        indices.push(byte);
        continue;
      }
      this.#at = at;
      indices.push(this.u32(what));
      at = this.#at;
    }
    this.#at = at;
    return indices;
  }

  /** The length of a vector. It is not trusted: each element takes at least one byte. */
  #count(what: string): number {
    const start = this.#at;
    const length = this.u32(`the number of ${what}`);
    if (length <= this.left) return length;
    throw compileErrorAt(
      'unexpected-end',
      start,
      `there is no room for ${length} ${what}: the binary ends too early`,
    );
  }

  /** A value that may be absent: `0x00`, or `0x01` and the value. */
  optional<T>(what: string, value: (reader: Reader) => T): T | undefined {
    const flag = this.byte(what);
    if (flag === 0x00) return undefined;
    if (flag === 0x01) return value(this);
    throw this.unknown(`the presence of ${what}`, flag);
  }

  /** The error for a byte that has no meaning in this place; it is the one before the next. */
  unknown(what: string, byte: number, offset = this.#at - 1): Error {
    return compileErrorAt('unknown-byte', offset, `${hex(byte)} does not stand for ${what}`);
  }

  /** The error for bytes that have a meaning, but none in this place. */
  misplaced(message: string, offset = this.#at - 1): Error {
    return compileErrorAt('unknown-byte', offset, message);
  }

  /** Text from bytes that are all ASCII. */
  #ascii(from: number, to: number): string | undefined {
    const codes: number[] = [];
    for (let at = from; at < to; at++) {
      const byte = this.#bytes[at] ?? 0x80;
      if (byte >= 0x80) return undefined;
      codes.push(byte);
    }
    return String.fromCharCode(...codes);
  }

  #ended(what: string): Error {
    return compileErrorAt('unexpected-end', this.#at, `the binary ends in the middle of ${what}`);
  }
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
