import { addressingOf, utf16Tag } from '../address.js';
import { CarriedString } from '../carried-string.js';
import type { ValueContext } from '../context.js';
import type { StringPlan } from '../plan/value-plan.js';
import { checkStringRange } from '../ranges.js';
import type { Lifter } from './lifter.js';
import { decodeLatin1, decodeUtf16, decodeUtf8, isShortAscii } from './string-decoders.js';

export function stringLifter({ address }: StringPlan): Lifter {
  const addressing = addressingOf(address);
  const lift = (cx: ValueContext, pointer: number, packedLength: number): string | CarriedString =>
    cx.carriesStrings ? carryString(cx, pointer, packedLength) : loadString(cx, pointer, packedLength);
  return {
    liftFlat(cx, source) {
      const pointer = addressing.fromCore(source.values[source.index++]);
      return lift(cx, pointer, addressing.packedLengthFromCore(source.values[source.index++]));
    },
    load(cx, at) {
      const { data } = cx.memory;
      const packedLength = addressing.loadPackedLength(data, at + addressing.size);
      return lift(cx, addressing.load(data, at), packedLength);
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
      return loadUtf16(cx, pointer, 2 * packedLength);
    case 'latin1+utf16':
      if (packedLength >= utf16Tag) return loadUtf16(cx, pointer, 2 * (packedLength - utf16Tag));
      checkStringRange(cx, pointer, packedLength, 2);
      return decodeLatin1(cx.memory.bytes, pointer, packedLength);
  }
}

function loadUtf16(cx: ValueContext, pointer: number, byteLength: number): string {
  checkStringRange(cx, pointer, byteLength, 2);
  return decodeUtf16(cx.memory.bytes, pointer, byteLength);
}

/**
 * Lifts a string that another guest is to get: all checks are made here, and the string stays where it is.
 *
 * @throws {Trap} as `loadString`.
 */
export function carryString(cx: ValueContext, pointer: number, packedLength: number): CarriedString {
  switch (cx.stringEncoding) {
    case 'utf8':
      return carryUtf8(cx, pointer, packedLength);
    case 'utf16':
      return carryUtf16(cx, pointer, 2 * packedLength, false);
    case 'latin1+utf16':
      if (packedLength >= utf16Tag) return carryUtf16(cx, pointer, 2 * (packedLength - utf16Tag), true);
      checkStringRange(cx, pointer, packedLength, 2);
      return new CarriedString(cx.memory, pointer, packedLength, 'latin1', { eitherWidth: true });
  }
}

function carryUtf8(cx: ValueContext, pointer: number, byteLength: number): CarriedString {
  checkStringRange(cx, pointer, byteLength, 1);
  const { memory } = cx;
  if (isShortAscii(memory.bytes, pointer, byteLength)) {
    return new CarriedString(memory, pointer, byteLength, 'utf8', { ascii: true });
  }
  const text = decodeUtf8(memory.bytes, pointer, byteLength);
  return new CarriedString(memory, pointer, byteLength, 'utf8', { ascii: text.length === byteLength, text });
}

function carryUtf16(
  cx: ValueContext,
  pointer: number,
  byteLength: number,
  eitherWidth: boolean,
): CarriedString {
  checkStringRange(cx, pointer, byteLength, 2);
  const text = decodeUtf16(cx.memory.bytes, pointer, byteLength);
  return new CarriedString(cx.memory, pointer, byteLength, 'utf16', { eitherWidth, text });
}
