/**
 * How a string gets into memory that the guest allocates, once it is JavaScript's. The calls of realloc, with their sizes,
 * are those of the standard, whatever the string was encoded in before.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
import { utf16Tag } from '../address.js';
import type { ValueContext } from '../context.js';
import { allocate, reallocate } from '../ranges.js';

/** A string in memory: where it is, and its length as the encoding counts it, packed for `latin1+utf16`. */
export interface StoredString {
  readonly pointer: number;
  readonly packedLength: number;
}

/** Up to this many characters a loop is faster than the fixed cost of `TextEncoder`. */
const shortLength = 24;

const utf8 = new TextEncoder();
const anySurrogate = /[\ud800-\udfff]/;
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Allocates for ASCII; where the string is not, makes room for the worst case and then gives back what is over.
 *
 * @param worstCase - the most bytes that a string of as many code units can take
 */
export function storeUtf8(cx: ValueContext, text: string, worstCase: number): StoredString {
  const { length } = text;
  const pointer = allocate(cx, 1, length);
  if (length <= shortLength) {
    const ascii = writeAscii(cx, text, pointer);
    if (ascii === length) return { pointer, packedLength: length };
    return growUtf8(cx, text, pointer, worstCase, ascii, ascii);
  }
  const { read, written } = encodeUtf8(cx, text, pointer, length);
  if (read === length) return { pointer, packedLength: length };
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
): StoredString {
  const pointer = reallocate(cx, oldPointer, text.length, 1, worstCase);
  const rest = encodeUtf8(cx, text.slice(read), pointer + written, worstCase - written);
  const byteLength = written + rest.written;
  return { pointer: shrink(cx, pointer, worstCase, 1, byteLength), packedLength: byteLength };
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
export function storeUtf16(cx: ValueContext, text: string, worstCase: number): StoredString {
  const pointer = allocate(cx, 2, worstCase);
  writeUtf16(cx, text, pointer);
  return { pointer: shrink(cx, pointer, worstCase, 2, 2 * text.length), packedLength: text.length };
}

/**
 * Takes the string for Latin-1, and starts over in UTF-16 at the first character that is not.
 *
 * @param codeUnits - how many the string has, or had before it was JavaScript's
 */
export function storeLatin1OrUtf16(cx: ValueContext, text: string, codeUnits: number): StoredString {
  const pointer = allocate(cx, 2, codeUnits);
  if (writeLatin1(cx, text, pointer)) {
    return { pointer: shrink(cx, pointer, codeUnits, 2, text.length), packedLength: text.length };
  }
  const worstCase = 2 * codeUnits;
  const widePointer = reallocate(cx, pointer, codeUnits, 2, worstCase);
  writeUtf16(cx, text, widePointer);
  return {
    pointer: shrink(cx, widePointer, worstCase, 2, 2 * text.length),
    packedLength: utf16Tag + text.length,
  };
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

function writeUtf16(cx: ValueContext, text: string, pointer: number): void {
  const wellFormed = anySurrogate.test(text) ? text.replace(loneSurrogate, '\ufffd') : text;
  const units = new Uint16Array(cx.memory.bytes.buffer, pointer, text.length);
  for (let i = 0; i < units.length; i++) units[i] = wellFormed.charCodeAt(i);
}

/** Gives back what is over. */
function shrink(cx: ValueContext, pointer: number, size: number, alignment: number, newSize: number): number {
  return newSize < size ? reallocate(cx, pointer, size, alignment, newSize) : pointer;
}
