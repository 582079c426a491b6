/**
 * How a string gets into memory that the guest allocates, once it is JavaScript's. The calls of realloc, with their sizes,
 * are those of the standard, whatever the string was encoded in before. All that stores a string gives its pointer; its
 * length as the encoding counts it, packed for `latin1+utf16`, is in `cx.length`.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
import { utf16Tag } from '../address.js';
import type { ValueContext } from '../context.js';
import { allocate, reallocate } from '../ranges.js';

/** Up to this many characters a loop over bytes is faster than the fixed cost of `TextEncoder`, or of a view. */
const shortLength = 24;

const utf8 = new TextEncoder();
const anySurrogate = /[\ud800-\udfff]/;

/**
 * Allocates for ASCII; where the string is not, makes room for the worst case and then gives back what is over.
 *
 * @param worstCase - the most bytes that a string of as many code units can take
 */
export function storeUtf8(cx: ValueContext, text: string, worstCase: number): number {
  const { length } = text;
  const pointer = allocate(cx, 1, length);
  if (length <= shortLength) {
    const ascii = writeAscii(cx, text, pointer);
    if (ascii === length) return stored(cx, pointer, length);
    return growUtf8(cx, text, pointer, worstCase, ascii, ascii);
  }
  const { read, written } = encodeUtf8(cx, text, pointer, length);
  if (read === length) return stored(cx, pointer, length);
  return growUtf8(cx, text, pointer, worstCase, read, written);
}

/** Writes characters up to the first that is not ASCII, and tells how many that were. */
function writeAscii(cx: ValueContext, text: string, pointer: number): number {
  const { bytes } = cx.memory;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return i;
    bytes[pointer + i] = unit;
  }
  return text.length;
}

/** Encodes what is left of a string, of which some is in memory already. */
function growUtf8(
  cx: ValueContext,
  text: string,
  oldPointer: number,
  worstCase: number,
  read: number,
  written: number,
): number {
  const pointer = reallocate(cx, oldPointer, text.length, 1, worstCase);
  const rest = encodeUtf8(cx, text.slice(read), pointer + written, worstCase - written);
  const byteLength = written + rest.written;
  return stored(cx, shrink(cx, pointer, worstCase, 1, byteLength), byteLength);
}

/** Encodes as many whole characters as there is room for. */
function encodeUtf8(
  cx: ValueContext,
  text: string,
  pointer: number,
  size: number,
): TextEncoderEncodeIntoResult {
  return utf8.encodeInto(text, cx.memory.bytes.subarray(pointer, pointer + size));
}

/** @param worstCase - the most bytes that the string could take, as is told without decoding it */
export function storeUtf16(cx: ValueContext, text: string, worstCase: number): number {
  const pointer = allocate(cx, 2, worstCase);
  writeUtf16(cx, text, pointer);
  return stored(cx, shrink(cx, pointer, worstCase, 2, 2 * text.length), text.length);
}

/**
 * Takes the string for Latin-1, and starts over in UTF-16 at the first character that is not.
 *
 * @param codeUnits - how many the string has, or had before it was JavaScript's
 */
export function storeLatin1OrUtf16(cx: ValueContext, text: string, codeUnits: number): number {
  const pointer = allocate(cx, 2, codeUnits);
  if (writeLatin1(cx, text, pointer)) {
    return stored(cx, shrink(cx, pointer, codeUnits, 2, text.length), text.length);
  }
  const worstCase = 2 * codeUnits;
  const widePointer = reallocate(cx, pointer, codeUnits, 2, worstCase);
  writeUtf16(cx, text, widePointer);
  return stored(cx, shrink(cx, widePointer, worstCase, 2, 2 * text.length), utf16Tag + text.length);
}

function writeLatin1(cx: ValueContext, text: string, pointer: number): boolean {
  const { bytes } = cx.memory;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return false;
    bytes[pointer + i] = unit;
  }
  return true;
}

/** Writes UTF-16, with U+FFFD in place of each lone surrogate. */
function writeUtf16(cx: ValueContext, text: string, pointer: number): void {
  const { bytes } = cx.memory;
  if (text.length <= shortLength) return writeShortUtf16(bytes, text, pointer);
  const units = new Uint16Array(bytes.buffer, pointer, text.length);
  if (anySurrogate.test(text)) {
    for (let i = 0; i < units.length; i++) units[i] = wellFormedUnit(text, i);
  } else {
    for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  }
}

function writeShortUtf16(bytes: Uint8Array, text: string, pointer: number): void {
  for (let i = 0, at = pointer; i < text.length; i++, at += 2) {
    const unit = wellFormedUnit(text, i);
    bytes[at] = unit;
    bytes[at + 1] = unit >> 8;
  }
}

function wellFormedUnit(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if ((unit & 0xf800) !== 0xd800) return unit;
  // Past either end of the text there is NaN, which is no surrogate.
  const paired =
    unit < 0xdc00
      ? (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
      : (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
  return paired ? unit : 0xfffd;
}

/** Leaves the length in the context. */
export function stored(cx: ValueContext, pointer: number, packedLength: number): number {
  cx.length = packedLength;
  return pointer;
}

/** Gives back what is over. */
function shrink(cx: ValueContext, pointer: number, size: number, alignment: number, newSize: number): number {
  return newSize < size ? reallocate(cx, pointer, size, alignment, newSize) : pointer;
}
