import { Trap } from '../../errors/trap.js';
import { bigintOf, numberOf } from '../flat-values.js';
import { canonicalNaN, type ScalarName } from '../numbers.js';
import type { HandlePlan } from '../plan/value-plan.js';
import { singleLifter, wordLifter, type Lifter } from './lifter.js';

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

export function handleLifter({ kind, resource }: HandlePlan): Lifter {
  return kind === 'own'
    ? wordLifter((cx, handle) => cx.handles.liftOwn(resource, handle))
    : wordLifter((cx, handle) => cx.handles.liftBorrow(resource, handle));
}
