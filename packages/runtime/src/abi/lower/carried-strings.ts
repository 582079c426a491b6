import { utf16Tag } from '../address.js';
import type { CarriedString } from '../carried-string.js';
import type { ValueContext } from '../context.js';
import { allocate, reallocate } from '../ranges.js';
import { storeLatin1OrUtf16, storeUtf16, storeUtf8, stored } from './string-stores.js';

/** Up to this many bytes a loop is faster than the fixed cost of `set`. */
const shortLength = 64;

/**
 * Stores a string of another guest: copied where the encodings allow it, else by way of JavaScript, and in both cases
 * with the calls of realloc that the standard makes for these two encodings.
 *
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
export function storeCarriedString(cx: ValueContext, string: CarriedString): number {
  switch (cx.stringEncoding) {
    case 'utf8':
      return storeInUtf8(cx, string);
    case 'utf16':
      return storeInUtf16(cx, string);
    case 'latin1+utf16':
      return storeInEither(cx, string);
  }
}

function storeInUtf8(cx: ValueContext, string: CarriedString): number {
  switch (string.encoding) {
    case 'utf8':
      return storeCopy(cx, string, 1);
    case 'utf16':
      return storeUtf8(cx, string.text, 3 * string.codeUnits);
    case 'latin1':
      return storeUtf8(cx, string.text, 2 * string.codeUnits);
  }
}

function storeInUtf16(cx: ValueContext, string: CarriedString): number {
  switch (string.encoding) {
    case 'utf8':
      return string.ascii ? storeWidened(cx, string) : storeUtf16(cx, string.text, 2 * string.codeUnits);
    case 'utf16':
      return storeCopy(cx, string, 2);
    case 'latin1':
      return storeWidened(cx, string);
  }
}

function storeInEither(cx: ValueContext, string: CarriedString): number {
  if (string.encoding === 'latin1' || string.ascii) return storeCopy(cx, string, 2);
  if (string.eitherWidth) return storeProbablyUtf16(cx, string);
  return string.encoding === 'utf16'
    ? storeNarrowed(cx, string)
    : storeLatin1OrUtf16(cx, string.text, string.codeUnits);
}

/** For a string that is encoded in the same way on both sides. */
function storeCopy(cx: ValueContext, string: CarriedString, alignment: number): number {
  const pointer = allocate(cx, alignment, string.byteLength);
  copyBytes(cx, string, pointer);
  return stored(cx, pointer, string.codeUnits);
}

/** For a string of which each byte is one character. */
function storeWidened(cx: ValueContext, { source, pointer: from, byteLength }: CarriedString): number {
  const pointer = allocate(cx, 2, 2 * byteLength);
  const { bytes } = cx.memory;
  if (byteLength > shortLength) {
    const units = new Uint16Array(bytes.buffer, pointer, byteLength);
    units.set(source.subarray(from, from + byteLength));
    return stored(cx, pointer, byteLength);
  }
  for (let i = 0, to = pointer; i < byteLength; i++, to += 2) {
    bytes[to] = source[from + i] ?? 0;
    bytes[to + 1] = 0;
  }
  return stored(cx, pointer, byteLength);
}

/** Takes a string in UTF-16 for Latin-1, and copies it as it is at the first character that is not. */
function storeNarrowed(cx: ValueContext, string: CarriedString): number {
  const { byteLength, codeUnits } = string;
  const pointer = allocate(cx, 2, codeUnits);
  if (writeNarrowed(cx, string, pointer)) return stored(cx, pointer, codeUnits);
  const widePointer = reallocate(cx, pointer, codeUnits, 2, byteLength);
  copyBytes(cx, string, widePointer);
  return stored(cx, widePointer, utf16Tag + codeUnits);
}

function writeNarrowed(
  cx: ValueContext,
  { source, pointer: from, codeUnits }: CarriedString,
  to: number,
): boolean {
  const { bytes } = cx.memory;
  for (let i = 0, at = from; i < codeUnits; i++, at += 2) {
    if (source[at + 1] !== 0) return false;
    bytes[to + i] = source[at] ?? 0;
  }
  return true;
}

/** A guest that can have Latin-1 and has UTF-16 all the same most likely needs it; where it does not, gives back half. */
function storeProbablyUtf16(cx: ValueContext, string: CarriedString): number {
  const { byteLength, codeUnits } = string;
  const pointer = allocate(cx, 2, byteLength);
  copyBytes(cx, string, pointer);
  const { bytes } = cx.memory;
  for (let i = 0, at = pointer; i < codeUnits; i++, at += 2) {
    if (bytes[at + 1] !== 0) return stored(cx, pointer, utf16Tag + codeUnits);
  }
  for (let i = 0, at = pointer; i < codeUnits; i++, at += 2) bytes[pointer + i] = bytes[at] ?? 0;
  return stored(cx, reallocate(cx, pointer, byteLength, 1, codeUnits), codeUnits);
}

function copyBytes(cx: ValueContext, { source, pointer: from, byteLength }: CarriedString, to: number): void {
  const { bytes } = cx.memory;
  if (byteLength > shortLength) {
    bytes.set(source.subarray(from, from + byteLength), to);
    return;
  }
  for (let i = 0; i < byteLength; i++) bytes[to + i] = source[from + i] ?? 0;
}
