import { Trap } from '../../errors/trap.js';
import { addressingOf, utf16Tag, type AddressType } from '../address.js';
import type { ValueContext } from '../context.js';
import { checkStringRange } from '../ranges.js';
import type { Lifter } from './lifter.js';

/** Up to this many bytes a loop is faster than the fixed cost of `TextDecoder`. */
const shortLength = 40;

/** One array for each short length: `String.fromCharCode` is fastest on a plain array that is just long enough. */
const shortUnits = Array.from({ length: shortLength + 1 }, (_, length) => new Array<number>(length).fill(0));
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

export function stringLifter(address: AddressType): Lifter {
  const addressing = addressingOf(address);
  return {
    liftFlat(cx, source) {
      const pointer = addressing.fromCore(source.values[source.index++]);
      const packedLength = addressing.packedLengthFromCore(source.values[source.index++]);
      return loadString(cx, pointer, packedLength);
    },
    load(cx, at) {
      const { data } = cx.memory;
      return loadString(
        cx,
        addressing.load(data, at),
        addressing.loadPackedLength(data, at + addressing.size),
      );
    },
  };
}

/**
 * Lifts the string at a pointer; its length is in the unit of the encoding, and packed for `latin1+utf16`.
 *
 * @throws {Trap} `string-too-long`, `pointer-unaligned`, `string-out-of-bounds` or `string-encoding`.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading
 */
export function loadString(cx: ValueContext, pointer: number, packedLength: number): string {
  switch (cx.stringEncoding) {
    case 'utf8':
      checkStringRange(cx, pointer, packedLength, 1);
      return decodeUtf8(cx.memory.bytes, pointer, packedLength);
    case 'utf16':
      return loadUtf16(cx, pointer, packedLength);
    case 'latin1+utf16':
      if (packedLength >= utf16Tag) return loadUtf16(cx, pointer, packedLength - utf16Tag);
      checkStringRange(cx, pointer, packedLength, 2);
      return decodeLatin1(cx.memory.bytes, pointer, packedLength);
  }
}

function loadUtf16(cx: ValueContext, pointer: number, length: number): string {
  checkStringRange(cx, pointer, 2 * length, 2);
  const encoded = unshared(cx.memory.bytes.subarray(pointer, pointer + 2 * length));
  try {
    return utf16.decode(encoded);
  } catch {
    throw new Trap('string-encoding', 'wasm trap: invalid utf-16: unpaired surrogate');
  }
}

function decodeUtf8(bytes: Uint8Array, start: number, length: number): string {
  const short = decodeShort(bytes, start, length, 0x7f);
  if (short !== undefined) return short;
  const encoded = unshared(bytes.subarray(start, start + length));
  try {
    return utf8.decode(encoded);
  } catch {
    throw new Trap('string-encoding', `wasm trap: ${whyInvalid(encoded)}`);
  }
}

/** Latin-1 is the low half of UTF-16. The decoder that the platform calls `latin1` is windows-1252. */
function decodeLatin1(bytes: Uint8Array, start: number, length: number): string {
  return (
    decodeShort(bytes, start, length, 0xff) ??
    utf16.decode(new Uint16Array(bytes.subarray(start, start + length)))
  );
}

/** Decodes a short string of which each byte is one character; `undefined` where it is not such a string. */
function decodeShort(bytes: Uint8Array, start: number, length: number, max: number): string | undefined {
  const units = shortUnits[length];
  if (units === undefined) return undefined;
  for (let i = 0; i < length; i++) {
    const byte = bytes[start + i];
    if (byte === undefined || byte > max) return undefined;
    units[i] = byte;
  }
  return String.fromCharCode.apply(null, units);
}

/** Browsers do not decode out of a shared memory: there, and only there, the bytes are copied. */
function unshared(bytes: Uint8Array): Uint8Array {
  const isShared = typeof SharedArrayBuffer !== 'undefined' && bytes.buffer instanceof SharedArrayBuffer;
  return isShared ? bytes.slice() : bytes;
}

/** A decoder that waits for more bytes accepts a sequence that is cut off, but none that is wrong. */
function whyInvalid(encoded: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(encoded, { stream: true });
    return 'incomplete utf-8 byte sequence';
  } catch {
    return 'invalid utf-8';
  }
}
