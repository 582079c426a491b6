import type { Core } from './core.js';
import type { Memory } from './memory.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const longestLoop = 24;
const longestApply = 40;
const units = Array.from({ length: longestApply + 1 }, (_, length) => new Array<number>(length).fill(0));

/** Strings in UTF-8. What is stored lies at `pointer` and has `byteLength` bytes: fields instead of an object for each. */
export class Strings {
  pointer = 0;
  byteLength = 0;
  readonly #memory: Memory;
  #realloc: Core['cabi_realloc'] = () => 0;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  attach(realloc: Core['cabi_realloc']): void {
    this.#realloc = realloc;
  }

  store(text: string): void {
    const { length } = text;
    const pointer = this.#realloc(0, 0, 1, length) >>> 0;
    const { bytes } = this.#memory;
    this.pointer = pointer;
    this.byteLength = length;
    let read = 0;
    if (length <= longestLoop) {
      for (; read < length; read++) {
        const unit = text.charCodeAt(read);
        if (unit > 0x7f) break;
        bytes[pointer + read] = unit;
      }
      if (read < length) this.#storeRest(text, read, read);
      return;
    }
    const done = encoder.encodeInto(text, bytes.subarray(pointer, pointer + length));
    if (done.read < length) this.#storeRest(text, done.read, done.written);
  }

  #storeRest(text: string, read: number, written: number): void {
    const size = 3 * text.length;
    const pointer = this.#realloc(this.pointer, text.length, 1, size) >>> 0;
    const rest = this.#memory.bytes.subarray(pointer + written, pointer + size);
    this.byteLength = written + encoder.encodeInto(text.slice(read), rest).written;
    this.pointer = this.#realloc(pointer, size, 1, this.byteLength) >>> 0;
  }

  load(pointer: number, byteLength: number): string {
    const { bytes } = this.#memory;
    if (byteLength > longestApply) return decoder.decode(bytes.subarray(pointer, pointer + byteLength));
    const array = units[byteLength] ?? [];
    for (let index = 0; index < byteLength; index++) {
      const unit = bytes[pointer + index] ?? 0;
      if (unit > 0x7f) return decoder.decode(bytes.subarray(pointer, pointer + byteLength));
      array[index] = unit;
    }
    return String.fromCharCode.apply(null, array);
  }
}
