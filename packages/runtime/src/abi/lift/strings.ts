import { Trap } from '../../errors/trap.js';
import { addressingOf, utf16Tag, type AddressType } from '../address.js';
import type { ValueContext } from '../context.js';
import { checkStringRange } from '../ranges.js';
import type { Lifter } from './lifter.js';

/** Up to this many bytes a loop is faster than the fixed cost of `TextDecoder`. */
const shortLength = 40;
/** The most code units given to one call of `String.fromCharCode`, so that the stack has room for them. */
const chunkLength = 4096;

/** One array for each short length: `String.fromCharCode` is fastest on a plain array that is just long enough. */
const shortUnits = Array.from({ length: shortLength + 1 }, (_, length) => new Array<number>(length).fill(0));
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loneSurrogate = /\p{Surrogate}/u;

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
      return fromCodeUnits(cx.memory.bytes.subarray(pointer, pointer + packedLength));
  }
}

function loadUtf16(cx: ValueContext, pointer: number, length: number): string {
  checkStringRange(cx, pointer, 2 * length, 2);
  const text = fromCodeUnits(new Uint16Array(cx.memory.bytes.buffer, pointer, length));
  if (loneSurrogate.test(text)) {
    throw new Trap('string-encoding', 'wasm trap: invalid utf-16: unpaired surrogate');
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array, start: number, length: number): string {
  if (length <= shortLength) {
    const text = decodeShortAscii(bytes, start, length);
    if (text !== undefined) return text;
  }
  const encoded = unsharedSlice(bytes, start, length);
  try {
    return utf8.decode(encoded);
  } catch {
    throw new Trap('string-encoding', `wasm trap: ${whyInvalid(encoded)}`);
  }
}

function decodeShortAscii(bytes: Uint8Array, start: number, length: number): string | undefined {
  const units = shortUnits[length];
  if (units === undefined) return undefined;
  for (let i = 0; i < length; i++) {
    const byte = bytes[start + i];
    if (byte === undefined || byte > 0x7f) return undefined;
    units[i] = byte;
  }
  return String.fromCharCode.apply(null, units);
}

/** Browsers do not decode out of a shared memory: there, and only there, the bytes are copied. */
function unsharedSlice(bytes: Uint8Array, start: number, length: number): Uint8Array {
  const isShared = typeof SharedArrayBuffer !== 'undefined' && bytes.buffer instanceof SharedArrayBuffer;
  return isShared ? bytes.slice(start, start + length) : bytes.subarray(start, start + length);
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

function fromCodeUnits(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += chunkLength) {
    const chunk = units.subarray(start, start + chunkLength);
    text += String.fromCharCode.apply(null, Array.from(chunk));
  }
  return text;
}
