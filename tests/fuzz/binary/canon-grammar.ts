import { NotInGrammar } from './tree-reader.js';
import type { TreeReader } from './tree-reader.js';
import { resultList, valType } from './value-grammar.js';

type Immediate = 'byte' | 'index' | 'options' | 'result' | 'type';

const immediates: Readonly<Record<Immediate, (reader: TreeReader) => void>> = {
  byte: (reader) => void reader.byte(),
  index: (reader) => void reader.index(),
  options: (reader) => reader.items('option', () => option(reader)),
  result: resultList,
  type: valType,
};

/** What follows the opcode of each canonical definition. */
const forms: Readonly<Record<number, readonly Immediate[]>> = {
  0x00: ['byte', 'index', 'options', 'index'],
  0x01: ['byte', 'index', 'options'],
  0x02: ['index'],
  0x03: ['index'],
  0x04: ['index'],
  0x05: [],
  0x06: ['byte'],
  0x09: ['result', 'options'],
  0x0a: ['type', 'index'],
  0x0b: ['type', 'index'],
  0x0c: ['byte'],
  0x0d: [],
  0x0e: ['index'],
  0x0f: ['index', 'options'],
  0x10: ['index', 'options'],
  0x11: ['index', 'byte'],
  0x12: ['index', 'byte'],
  0x13: ['index'],
  0x14: ['index'],
  0x15: ['index'],
  0x16: ['index', 'options'],
  0x17: ['index', 'options'],
  0x18: ['index', 'byte'],
  0x19: ['index', 'byte'],
  0x1a: ['index'],
  0x1b: ['index'],
  0x1c: ['options'],
  0x1d: ['options'],
  0x1e: [],
  0x1f: [],
  0x20: ['byte', 'index'],
  0x21: ['byte', 'index'],
  0x22: [],
  0x23: [],
  0x24: [],
  0x25: [],
  0x26: [],
  0x27: ['index', 'index'],
  0x28: [],
  0x29: ['byte'],
  0x2a: ['byte'],
  0x2b: ['byte'],
  0x2c: ['byte'],
  0x2d: ['byte'],
  0x40: ['byte', 'index'],
  0x41: ['byte', 'index', 'index'],
  0x42: ['byte'],
};

/** One canonical definition, opcode and all. */
export function readCanon(reader: TreeReader): void {
  const form = forms[reader.byte()];
  if (form === undefined) throw new NotInGrammar('this is no canonical definition');
  for (const immediate of form) immediates[immediate](reader);
}

/** The opcodes, for those who want another one. */
export const canonOpcodes: readonly number[] = Object.keys(forms).map(Number);

/** The options that name a memory or a function. */
const optionsWithIndex = [3, 4, 5, 7];

function option(reader: TreeReader): void {
  if (optionsWithIndex.includes(reader.byte())) reader.index();
}
