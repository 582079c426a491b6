import { utf16Tag } from '../address.js';
import type { CarriedString } from '../carried-string.js';
import type { ValueContext } from '../context.js';
import { allocate, reallocate } from '../ranges.js';
import { storeLatin1OrUtf16, storeUtf16, storeUtf8, type StoredString } from './string-stores.js';

/** Up to this many bytes a loop is faster than the fixed cost of `set`. */
const shortLength = 64;

/**
 * Stores a string of another guest: copied where the encodings allow it, else by way of JavaScript, and in both cases
 * with the calls of realloc that the standard makes for these two encodings.
 *
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
export function storeCarriedString(cx: ValueContext, string: CarriedString): StoredString {
  switch (cx.stringEncoding) {
    case 'utf8':
      return storeInUtf8(cx, string);
    case 'utf16':
      return storeInUtf16(cx, string);
    case 'latin1+utf16':
      return storeInEither(cx, string);
  }
}

function storeInUtf8(cx: ValueContext, string: CarriedString): StoredString {
  switch (string.encoding) {
    case 'utf8':
      return storeCopy(cx, string, 1);
    case 'utf16':
      return storeUtf8(cx, string.text, 3 * string.codeUnits);
    case 'latin1':
      return storeUtf8(cx, string.text, 2 * string.codeUnits);
  }
}

function storeInUtf16(cx: ValueContext, string: CarriedString): StoredString {
  switch (string.encoding) {
    case 'utf8':
      return string.ascii ? storeWidened(cx, string) : storeUtf16(cx, string.text, 2 * string.codeUnits);
    case 'utf16':
      return storeCopy(cx, string, 2);
    case 'latin1':
      return storeWidened(cx, string);
  }
}

function storeInEither(cx: ValueContext, string: CarriedString): StoredString {
  if (string.encoding === 'latin1' || string.ascii) return storeCopy(cx, string, 2);
  return string.eitherWidth
    ? storeProbablyUtf16(cx, string)
    : storeLatin1OrUtf16(cx, string.text, string.codeUnits);
}

/** For a string that is encoded in the same way on both sides. */
function storeCopy(cx: ValueContext, string: CarriedString, alignment: number): StoredString {
  const pointer = allocate(cx, alignment, string.byteLength);
  copyBytes(cx, string, pointer);
  return { pointer, packedLength: string.codeUnits };
}

/** For a string of which each byte is one character. */
function storeWidened(cx: ValueContext, { source, pointer: from, byteLength }: CarriedString): StoredString {
  const pointer = allocate(cx, 2, 2 * byteLength);
  const units = new Uint16Array(cx.memory.bytes.buffer, pointer, byteLength);
  units.set(source.subarray(from, from + byteLength));
  return { pointer, packedLength: byteLength };
}

/** A guest that can have Latin-1 and has UTF-16 all the same most likely needs it; where it does not, gives back half. */
function storeProbablyUtf16(cx: ValueContext, string: CarriedString): StoredString {
  const { byteLength, codeUnits } = string;
  const pointer = allocate(cx, 2, byteLength);
  copyBytes(cx, string, pointer);
  const units = new Uint16Array(cx.memory.bytes.buffer, pointer, codeUnits);
  if (units.some((unit) => unit > 0xff)) return { pointer, packedLength: utf16Tag + codeUnits };
  const { bytes } = cx.memory;
  for (let i = 0; i < codeUnits; i++) bytes[pointer + i] = bytes[pointer + 2 * i] ?? 0;
  return { pointer: reallocate(cx, pointer, byteLength, 1, codeUnits), packedLength: codeUnits };
}

function copyBytes(cx: ValueContext, { source, pointer: from, byteLength }: CarriedString, to: number): void {
  const { bytes } = cx.memory;
  if (byteLength > shortLength) {
    bytes.set(source.subarray(from, from + byteLength), to);
    return;
  }
  for (let i = 0; i < byteLength; i++) bytes[to + i] = source[from + i] ?? 0;
}
