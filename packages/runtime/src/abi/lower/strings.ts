import { addressingOf, utf16Tag, type AddressType } from '../address.js';
import type { ValueContext } from '../context.js';
import type { ValType } from '../../types/val-type.js';
import { allocate, maxByteLength, reallocate } from '../ranges.js';
import { changedValue, type Lowerer } from './lowerer.js';
import { Mismatch, notOfType } from './mismatch.js';

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
const stringType: ValType = { kind: 'string' };

export function stringLowerer(address: AddressType): Lowerer {
  const addressing = addressingOf(address);
  return {
    check(_cx, value) {
      if (typeof value !== 'string') return notOfType(value, stringType);
      if (value.length > maxByteLength)
        return new Mismatch(`a string of ${value.length} characters is too long`);
      return undefined;
    },
    lowerFlat(cx, value, sink) {
      const { pointer, packedLength } = storeString(cx, asString(value));
      sink.push(addressing.toCore(pointer), addressing.packedLengthToCore(packedLength));
    },
    store(cx, value, at) {
      const { pointer, packedLength } = storeString(cx, asString(value));
      const { data } = cx.memory;
      addressing.store(data, at, pointer);
      addressing.storePackedLength(data, at + addressing.size, packedLength);
    },
  };
}

/**
 * Stores a string into memory that the guest allocates, with the very calls of realloc that the standard makes for a
 * source in UTF-16. A lone surrogate becomes U+FFFD.
 *
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
export function storeString(cx: ValueContext, text: string): StoredString {
  switch (cx.stringEncoding) {
    case 'utf8':
      return storeUtf8(cx, text);
    case 'utf16':
      return storeUtf16(cx, text);
    case 'latin1+utf16':
      return storeLatin1OrUtf16(cx, text);
  }
}

function asString(value: unknown): string {
  if (typeof value !== 'string') throw changedValue();
  return value;
}

/** Allocates for ASCII; where the string is not, makes room for the worst case and then gives back what is over. */
function storeUtf8(cx: ValueContext, text: string): StoredString {
  const { length } = text;
  const pointer = allocate(cx, 1, length);
  if (length <= shortLength) {
    const ascii = writeAscii(cx, text, pointer);
    return ascii === length ? { pointer, packedLength: length } : growUtf8(cx, text, pointer, ascii, ascii);
  }
  const { read, written } = encodeUtf8(cx, text, pointer, length);
  return read === length ? { pointer, packedLength: length } : growUtf8(cx, text, pointer, read, written);
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
  read: number,
  written: number,
): StoredString {
  const worstCase = 3 * text.length;
  const pointer = reallocate(cx, oldPointer, text.length, 1, worstCase);
  const rest = encodeUtf8(cx, text.slice(read), pointer + written, worstCase - written);
  const byteLength = written + rest.written;
  return {
    pointer: byteLength < worstCase ? reallocate(cx, pointer, worstCase, 1, byteLength) : pointer,
    packedLength: byteLength,
  };
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

function storeUtf16(cx: ValueContext, text: string): StoredString {
  const pointer = allocate(cx, 2, 2 * text.length);
  writeUtf16(cx, text, pointer);
  return { pointer, packedLength: text.length };
}

/** Takes the string for Latin-1, and starts over in UTF-16 at the first character that is not. */
function storeLatin1OrUtf16(cx: ValueContext, text: string): StoredString {
  const { length } = text;
  const pointer = allocate(cx, 2, length);
  if (writeLatin1(cx, text, pointer)) return { pointer, packedLength: length };
  const widePointer = reallocate(cx, pointer, length, 2, 2 * length);
  writeUtf16(cx, text, widePointer);
  return { pointer: widePointer, packedLength: utf16Tag + length };
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
