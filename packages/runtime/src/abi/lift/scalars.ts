import { Trap } from '../../errors/trap.js';
import type { FlagsType, HandleType } from '../../types/val-type.js';
import { memberKeys } from '../../names/case.js';
import { bigintOf, numberOf } from '../flat-values.js';
import { flagsSize } from '../layout.js';
import { canonicalNaN, loadWord, type ScalarName } from '../numbers.js';
import { singleLifter, wordLifter, type Lifter } from './lifter.js';
import { objectShape } from './object-shape.js';

export const scalarLifters: Readonly<Record<ScalarName, Lifter>> = {
  bool: singleLifter(
    (_cx, value) => numberOf(value) !== 0,
    (cx, pointer) => cx.memory.data.getUint8(pointer) !== 0,
  ),
  s8: singleLifter(
    (_cx, value) => (numberOf(value) << 24) >> 24,
    (cx, pointer) => cx.memory.data.getInt8(pointer),
  ),
  u8: singleLifter(
    (_cx, value) => numberOf(value) & 0xff,
    (cx, pointer) => cx.memory.data.getUint8(pointer),
  ),
  s16: singleLifter(
    (_cx, value) => (numberOf(value) << 16) >> 16,
    (cx, pointer) => cx.memory.data.getInt16(pointer, true),
  ),
  u16: singleLifter(
    (_cx, value) => numberOf(value) & 0xffff,
    (cx, pointer) => cx.memory.data.getUint16(pointer, true),
  ),
  s32: singleLifter(
    (_cx, value) => numberOf(value) | 0,
    (cx, pointer) => cx.memory.data.getInt32(pointer, true),
  ),
  u32: wordLifter((_cx, word) => word),
  s64: singleLifter(
    (_cx, value) => BigInt.asIntN(64, bigintOf(value)),
    (cx, pointer) => cx.memory.data.getBigInt64(pointer, true),
  ),
  u64: singleLifter(
    (_cx, value) => BigInt.asUintN(64, bigintOf(value)),
    (cx, pointer) => cx.memory.data.getBigUint64(pointer, true),
  ),
  f32: singleLifter(
    (_cx, value) => canonicalNaN(numberOf(value)),
    (cx, pointer) => canonicalNaN(cx.memory.data.getFloat32(pointer, true)),
  ),
  f64: singleLifter(
    (_cx, value) => canonicalNaN(numberOf(value)),
    (cx, pointer) => canonicalNaN(cx.memory.data.getFloat64(pointer, true)),
  ),
  char: wordLifter((_cx, word) => charOf(word)),
};

export function charOf(codePoint: number): string {
  if (codePoint >= 0x11_0000 || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
    throw new Trap('invalid-char', 'wasm trap: invalid `char` bit pattern');
  }
  return String.fromCodePoint(codePoint);
}

export function handleLifter({ kind, resource }: HandleType): Lifter {
  return kind === 'own'
    ? wordLifter((cx, handle) => cx.handles.liftOwn(resource, handle))
    : wordLifter((cx, handle) => cx.handles.liftBorrow(resource, handle));
}

/** Flags become an object with every name; bits that stand for no name are ignored. */
export function flagsLifter({ names }: FlagsType): Lifter {
  const keys = memberKeys(names);
  const size = flagsSize(names.length);
  const none = objectShape(keys, false);
  const lift = (bits: number): Record<string, boolean> => {
    const flags: Record<string, boolean> = { ...none };
    for (let index = 0, left = bits; left !== 0 && index < keys.length; index++, left >>>= 1) {
      const key = keys[index];
      if ((left & 1) === 1 && key !== undefined) flags[key] = true;
    }
    return flags;
  };
  return singleLifter(
    (_cx, value) => lift(numberOf(value)),
    (cx, pointer) => lift(loadWord(cx.memory.data, pointer, size)),
  );
}
