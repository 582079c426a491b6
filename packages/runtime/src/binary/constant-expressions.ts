import { compileErrorAt } from '../errors/compile-error.js';
import { coreHeapType } from './core-val-types.js';
import type { Reader } from './reader.js';

const END = 0x0b;
const GC_PREFIX = 0xfb;
const VECTOR_PREFIX = 0xfd;
const ATOMIC_PREFIX = 0xfe;

type SkipImmediates = (reader: Reader) => void;

/** Constant instructions, by opcode; the engine checks their types. */
const instructions: Readonly<Partial<Record<number, SkipImmediates>>> = {
  0x23: index, // global.get
  0x41: (reader) => reader.skipInteger(32, 'an i32 constant'),
  0x42: (reader) => reader.skipInteger(64, 'an i64 constant'),
  0x43: (reader) => reader.skip(4, 'an f32 constant'),
  0x44: (reader) => reader.skip(8, 'an f64 constant'),
  0x6a: none, // i32.add
  0x6b: none, // i32.sub
  0x6c: none, // i32.mul
  0x7c: none, // i64.add
  0x7d: none, // i64.sub
  0x7e: none, // i64.mul
  0xd0: coreHeapType, // ref.null
  0xd2: index, // ref.func
};

const gcInstructions: Readonly<Partial<Record<number, SkipImmediates>>> = {
  0x00: index, // struct.new
  0x01: index, // struct.new_default
  0x06: index, // array.new
  0x07: index, // array.new_default
  0x08: twoIndices, // array.new_fixed
  0x1a: none, // any.convert_extern
  0x1b: none, // extern.convert_any
  0x1c: none, // ref.i31
};

const vectorInstructions: Readonly<Partial<Record<number, SkipImmediates>>> = {
  0x0c: (reader) => reader.skip(16, 'a v128 constant'),
};

const atomicInstructions: Readonly<Partial<Record<number, SkipImmediates>>> = {
  0x72: none, // ref.i31_shared
};

const prefixed: Readonly<Partial<Record<number, Readonly<Partial<Record<number, SkipImmediates>>>>>> = {
  [GC_PREFIX]: gcInstructions,
  [VECTOR_PREFIX]: vectorInstructions,
  [ATOMIC_PREFIX]: atomicInstructions,
};

/** Skips a constant expression, its end included. */
export function skipConstantExpression(reader: Reader): void {
  for (;;) {
    const { offset } = reader;
    const opcode = reader.byte('a constant expression');
    if (opcode === END) return;
    const more = prefixed[opcode];
    const skip = more ? more[reader.u32('an instruction')] : instructions[opcode];
    if (skip === undefined) {
      throw compileErrorAt(
        'core-module',
        offset,
        'a constant expression holds an instruction that is not constant',
      );
    }
    skip(reader);
  }
}

function none(): void {
  // The opcode is all.
}

function index(reader: Reader): void {
  reader.u32('an index');
}

function twoIndices(reader: Reader): void {
  index(reader);
  index(reader);
}
