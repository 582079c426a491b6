import type { TreeReader } from './tree-reader.js';

/** A type index is written with a sign, so that opcodes are negative. */
export function valType(reader: TreeReader): void {
  const byte = reader.peek();
  if (byte >= 0x40 && byte < 0x80) reader.byte();
  else reader.index();
}

export function optional(reader: TreeReader, read: () => void): void {
  if (reader.byte() === 1) read();
}

export function resultList(reader: TreeReader): void {
  if (reader.byte() === 0) valType(reader);
  else reader.byte();
}
