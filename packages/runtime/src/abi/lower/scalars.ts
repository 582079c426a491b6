import type { ValType } from '../../types/val-type.js';
import type { ValueContext } from '../context.js';
import { canonicalNaN, type ScalarName } from '../numbers.js';
import type { HandlePlan } from '../plan/value-plan.js';
import { changedValue, singleLowerer, type Lowerer } from './lowerer.js';
import { Mismatch, notOfType } from './mismatch.js';
import { bigintRanges, integerRanges, isBigintIn, isIntegerIn } from './numeric-ranges.js';

/** Stores a number of one type, wrapped if it does not fit. */
type StoreNumber = (data: DataView, pointer: number, value: number) => void;
type StoreBigint = (data: DataView, pointer: number, value: bigint) => void;

export const scalarLowerers: Readonly<Record<ScalarName, Lowerer>> = {
  bool: boolLowerer(),
  s8: integerLowerer('s8', (data, at, value) => data.setInt8(at, value)),
  u8: integerLowerer('u8', (data, at, value) => data.setUint8(at, value)),
  s16: integerLowerer('s16', (data, at, value) => data.setInt16(at, value, true)),
  u16: integerLowerer('u16', (data, at, value) => data.setUint16(at, value, true)),
  s32: integerLowerer('s32', (data, at, value) => data.setInt32(at, value, true)),
  u32: integerLowerer('u32', (data, at, value) => data.setUint32(at, value, true)),
  s64: bigintLowerer('s64', (data, at, value) => data.setBigInt64(at, value, true)),
  u64: bigintLowerer('u64', (data, at, value) => data.setBigUint64(at, value, true)),
  f32: floatLowerer('f32', (data, at, value) => data.setFloat32(at, value, true)),
  f64: floatLowerer('f64', (data, at, value) => data.setFloat64(at, value, true)),
  char: charLowerer(),
};

export function asNumber(value: unknown): number {
  if (typeof value !== 'number') throw changedValue();
  return value;
}

export function asBigint(value: unknown): bigint {
  if (typeof value !== 'bigint') throw changedValue();
  return value;
}

function boolLowerer(): Lowerer {
  const type: ValType = { kind: 'bool' };
  return singleLowerer(
    (_cx, value) => (typeof value === 'boolean' ? undefined : notOfType(value, type)),
    (_cx, value) => (value === true ? 1 : 0),
    (cx, value, pointer) => cx.memory.data.setUint8(pointer, value === true ? 1 : 0),
  );
}

function integerLowerer(kind: keyof typeof integerRanges, store: StoreNumber): Lowerer {
  const type: ValType = { kind };
  const range = integerRanges[kind];
  return singleLowerer(
    (_cx, value) => (isIntegerIn(value, range) ? undefined : notOfType(value, type)),
    (_cx, value) => asNumber(value),
    (cx, value, pointer) => store(cx.memory.data, pointer, asNumber(value)),
  );
}

function bigintLowerer(kind: keyof typeof bigintRanges, store: StoreBigint): Lowerer {
  const type: ValType = { kind };
  const range = bigintRanges[kind];
  return singleLowerer(
    (_cx, value) => (isBigintIn(value, range) ? undefined : notOfType(value, type)),
    (_cx, value) => asBigint(value),
    (cx, value, pointer) => store(cx.memory.data, pointer, asBigint(value)),
  );
}

function floatLowerer(kind: 'f32' | 'f64', store: StoreNumber): Lowerer {
  const type: ValType = { kind };
  return singleLowerer(
    (_cx, value) => (typeof value === 'number' ? undefined : notOfType(value, type)),
    (_cx, value) => canonicalNaN(asNumber(value)),
    (cx, value, pointer) => store(cx.memory.data, pointer, canonicalNaN(asNumber(value))),
  );
}

function charLowerer(): Lowerer {
  const type: ValType = { kind: 'char' };
  const codePointOf = (value: unknown): number => {
    const codePoint = scalarValueOf(value);
    if (codePoint === undefined) throw changedValue();
    return codePoint;
  };
  return singleLowerer(
    (_cx, value) => (scalarValueOf(value) === undefined ? notOfType(value, type) : undefined),
    (_cx, value) => codePointOf(value),
    (cx, value, pointer) => cx.memory.data.setUint32(pointer, codePointOf(value), true),
  );
}

/** The code point of a string that is exactly one Unicode scalar value. */
export function scalarValueOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const codePoint = value.codePointAt(0);
  if (codePoint === undefined || value.length !== (codePoint > 0xffff ? 2 : 1)) return undefined;
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? undefined : codePoint;
}

export function handleLowerer({ kind, resource }: HandlePlan): Lowerer {
  const lower =
    kind === 'own'
      ? (cx: ValueContext, value: unknown): number => cx.handles.lowerOwn(resource, value)
      : (cx: ValueContext, value: unknown): number => cx.handles.lowerBorrow(resource, value);
  return singleLowerer(
    (cx, value) => {
      const problem = cx.handles.check(kind, resource, value);
      return problem === undefined ? undefined : new Mismatch(problem);
    },
    lower,
    (cx, value, pointer) => {
      // Lowered first: the view is to be that of the memory as it is then.
      const handle = lower(cx, value);
      cx.memory.data.setUint32(pointer, handle, true);
    },
  );
}
