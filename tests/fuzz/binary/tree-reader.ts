import type { Items, Leaf, Node } from './component-tree.js';

/** The bytes are not those of a form that the grammar here knows. */
export class NotInGrammar extends Error {}

/** Takes bytes apart, and keeps all of them in the nodes that it gathers. */
export class TreeReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #nodes: Node[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get offset(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** What was read since it was asked before. */
  take(): Node[] {
    const nodes = this.#nodes;
    this.#nodes = [];
    return nodes;
  }

  peek(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new NotInGrammar('the bytes end');
    return byte;
  }

  byte(): number {
    const byte = this.peek();
    this.#leaf('byte', this.#at + 1);
    return byte;
  }

  index(): number {
    return this.#leb('index');
  }

  number(): number {
    return this.#leb('number');
  }

  name(): void {
    const [length, start] = this.#lebAt(this.#at);
    this.#leaf('name', start + length);
  }

  /** The bytes of a section, whose size is written anew. */
  sized(): Uint8Array {
    const [size, start] = this.#lebAt(this.#at);
    if (start + size > this.#bytes.length) throw new NotInGrammar('the bytes end');
    this.#at = start + size;
    return this.#bytes.subarray(start, this.#at);
  }

  /** The next bytes, which belong to no node. */
  skip(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += bytes.length;
    return bytes;
  }

  rest(): Uint8Array {
    return this.skip(this.#bytes.length - this.#at);
  }

  items(label: string, read: () => void): void {
    const [count, start] = this.#lebAt(this.#at);
    if (count > this.#bytes.length - start) throw new NotInGrammar('there is no room for so many');
    this.#at = start;
    const around = this.take();
    const vector: Items = { kind: 'items', label, items: [] };
    for (let index = 0; index < count; index++) {
      read();
      vector.items.push(this.take());
    }
    this.#nodes = [...around, vector];
  }

  #leb(kind: Leaf['kind']): number {
    const [value, end] = this.#lebAt(this.#at);
    this.#leaf(kind, end);
    return value;
  }

  #lebAt(start: number): [value: number, end: number] {
    let value = 0;
    for (let at = start, scale = 1; at < start + 5; at++, scale *= 0x80) {
      const byte = this.#bytes[at];
      if (byte === undefined) break;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return [value, at + 1];
    }
    throw new NotInGrammar('this is no LEB128');
  }

  #leaf(kind: Leaf['kind'], end: number): void {
    if (end > this.#bytes.length) throw new NotInGrammar('the bytes end');
    this.#nodes.push({ kind, bytes: this.#bytes.subarray(this.#at, end) });
    this.#at = end;
  }
}
