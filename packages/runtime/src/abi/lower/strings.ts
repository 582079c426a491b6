import { addressingOf } from '../address.js';
import { CarriedString } from '../carried-string.js';
import type { ValueContext } from '../context.js';
import type { StringPlan } from '../plan/value-plan.js';
import { maxByteLength } from '../ranges.js';
import { storeCarriedString } from './carried-strings.js';
import { changedValue, type Lowerer } from './lowerer.js';
import { Mismatch, notOfType } from './mismatch.js';
import { storeLatin1OrUtf16, storeUtf16, storeUtf8 } from './string-stores.js';

export function stringLowerer({ type, address }: StringPlan): Lowerer {
  const addressing = addressingOf(address);
  return {
    check(_cx, value) {
      if (typeof value !== 'string') {
        return value instanceof CarriedString ? undefined : notOfType(value, type);
      }
      if (value.length <= maxByteLength) return undefined;
      return new Mismatch(`a string of ${value.length} characters is too long`);
    },
    lowerFlat(cx, value, sink) {
      sink.push(addressing.toCore(storeEither(cx, value)));
      sink.push(addressing.packedLengthToCore(cx.length));
    },
    store(cx, value, at) {
      const pointer = storeEither(cx, value);
      const { data } = cx.memory;
      addressing.store(data, at, pointer);
      addressing.storePackedLength(data, at + addressing.size, cx.length);
    },
  };
}

/**
 * Stores a string into memory that the guest allocates. The standard leaves open how a host's strings are encoded: those
 * of JavaScript are in UTF-16, so the calls of realloc are those that it makes for a source in `utf16`. A lone surrogate
 * becomes U+FFFD.
 *
 * @returns the pointer; the length is in `cx.length`
 * @throws {Trap} `realloc-unaligned` or `realloc-out-of-bounds`.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing
 */
export function storeString(cx: ValueContext, text: string): number {
  switch (cx.stringEncoding) {
    case 'utf8':
      return storeUtf8(cx, text, 3 * text.length);
    case 'utf16':
      return storeUtf16(cx, text, 2 * text.length);
    case 'latin1+utf16':
      return storeLatin1OrUtf16(cx, text, text.length);
  }
}

function storeEither(cx: ValueContext, value: unknown): number {
  if (typeof value === 'string') return storeString(cx, value);
  if (value instanceof CarriedString) return storeCarriedString(cx, value);
  throw changedValue();
}
