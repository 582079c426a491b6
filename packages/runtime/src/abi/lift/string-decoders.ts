import { Trap } from '../../errors/trap.js';

/** Up to this many bytes a loop is faster than the fixed cost of `TextDecoder`. */
const shortLength = 40;

/** One array for each short length: `String.fromCharCode` is fastest on a plain array that is just long enough. */
const shortUnits = Array.from({ length: shortLength + 1 }, (_, length) => new Array<number>(length).fill(0));
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

/**
 * Whether a decoder has refused bytes of a shared memory. To ask each time whether a memory is shared takes as long as
 * decoding some.
 */
let mayBeShared = false;

/** @throws {Trap} `string-encoding`. */
export function decodeUtf8(bytes: Uint8Array, start: number, byteLength: number): string {
  const short = decodeShort(bytes, start, byteLength, 0x7f);
  if (short !== undefined) return short;
  const encoded = bytes.subarray(start, start + byteLength);
  try {
    return utf8.decode(mayBeShared ? unshared(encoded) : encoded);
  } catch {
    if (!mayBeShared && isShared(encoded)) {
      mayBeShared = true;
      return decodeUtf8(bytes, start, byteLength);
    }
    throw new Trap('string-encoding', `wasm trap: ${whyInvalid(unshared(encoded))}`);
  }
}

/** @throws {Trap} `string-encoding`. */
export function decodeUtf16(bytes: Uint8Array, start: number, byteLength: number): string {
  const short = decodeShortUtf16(bytes, start, byteLength / 2);
  if (short !== undefined) return short;
  const encoded = unshared(bytes.subarray(start, start + byteLength));
  try {
    return utf16.decode(encoded);
  } catch {
    throw unpairedSurrogate();
  }
}

/** Latin-1 is the low half of UTF-16. The decoder that the platform calls `latin1` is windows-1252. */
export function decodeLatin1(bytes: Uint8Array, start: number, byteLength: number): string {
  return (
    decodeShort(bytes, start, byteLength, 0xff) ??
    utf16.decode(new Uint16Array(bytes.subarray(start, start + byteLength)))
  );
}

/** Whether a string is short and ASCII; a longer one is told by what it decodes to. */
export function isShortAscii(bytes: Uint8Array, start: number, byteLength: number): boolean {
  if (byteLength > shortLength) return false;
  for (let i = 0; i < byteLength; i++) {
    const byte = bytes[start + i];
    if (byte === undefined || byte > 0x7f) return false;
  }
  return true;
}

function unpairedSurrogate(): Trap {
  return new Trap('string-encoding', 'wasm trap: invalid utf-16: unpaired surrogate');
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

/** Decodes a short string in UTF-16 without surrogates; `undefined` where it is not such a string. */
function decodeShortUtf16(bytes: Uint8Array, start: number, length: number): string | undefined {
  const units = shortUnits[length];
  if (units === undefined) return undefined;
  for (let i = 0, at = start; i < length; i++, at += 2) {
    const unit = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if ((unit & 0xf800) === 0xd800) return undefined;
    units[i] = unit;
  }
  return String.fromCharCode.apply(null, units);
}

/** Browsers do not decode out of a shared memory: there, and only there, the bytes are copied. */
function unshared(bytes: Uint8Array): Uint8Array {
  return isShared(bytes) ? bytes.slice() : bytes;
}

function isShared({ buffer }: Uint8Array): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;
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
