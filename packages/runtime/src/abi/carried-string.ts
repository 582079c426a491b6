import type { LinearMemory } from './context.js';
import { decodeLatin1, decodeUtf16, decodeUtf8 } from './lift/string-decoders.js';

/** How one string is encoded. In `latin1+utf16` each is one or the other. */
export type UnitEncoding = 'utf8' | 'utf16' | 'latin1';

/**
 * A string on its way from one guest to another: it stays in the memory of the first until it is stored into that of the
 * second. Lifting has found it valid, and the first guest does not run before it is stored.
 *
 * How it is encoded goes with it, since the calls of realloc that the standard makes depend on it.
 */
export class CarriedString {
  readonly #memory: LinearMemory;
  readonly pointer: number;
  readonly byteLength: number;
  readonly encoding: UnitEncoding;
  /** Whether it is known to be ASCII. */
  readonly ascii: boolean;
  /** Whether its guest has strings in `latin1+utf16`, so that one in UTF-16 likely has to be. */
  readonly eitherWidth: boolean;
  #text: string | undefined;

  /** @param text - what it decodes to, where lifting has decoded it */
  constructor(
    memory: LinearMemory,
    pointer: number,
    byteLength: number,
    encoding: UnitEncoding,
    {
      ascii = false,
      eitherWidth = false,
      text,
    }: { ascii?: boolean; eitherWidth?: boolean; text?: string } = {},
  ) {
    this.#memory = memory;
    this.pointer = pointer;
    this.byteLength = byteLength;
    this.encoding = encoding;
    this.ascii = ascii;
    this.eitherWidth = eitherWidth;
    this.#text = text;
  }

  /** All of the memory that it lies in. */
  get source(): Uint8Array {
    return this.#memory.bytes;
  }

  /** How many code units it has, as its encoding counts them. */
  get codeUnits(): number {
    return this.encoding === 'utf16' ? this.byteLength / 2 : this.byteLength;
  }

  get text(): string {
    this.#text ??= this.#decode();
    return this.#text;
  }

  #decode(): string {
    switch (this.encoding) {
      case 'utf8':
        return decodeUtf8(this.source, this.pointer, this.byteLength);
      case 'utf16':
        return decodeUtf16(this.source, this.pointer, this.byteLength);
      case 'latin1':
        return decodeLatin1(this.source, this.pointer, this.byteLength);
    }
  }
}
