import { addressingOf, type Addressing } from '../address.js';
import type { ValueContext } from '../context.js';
import type { Layout } from '../layout.js';
import type { NumericName } from '../numbers.js';
import type { FixedLengthListPlan, ListPlan, MapPlan } from '../plan/value-plan.js';
import { allocate, maxByteLength } from '../ranges.js';
import { entriesOf, isMap, isObject, lengthOf, type ArrayLikeObject } from './array-like.js';
import { changedValue, type Lowerer, type LowererCompiler } from './lowerer.js';
import { describeValue, Mismatch, notOfType } from './mismatch.js';
import { firstMisfit } from './numeric-ranges.js';
import { numericStores } from './numeric-stores.js';

/** Stores elements one after another into memory that has been allocated for them. */
type StoreElements = (cx: ValueContext, values: ArrayLikeObject, pointer: number, length: number) => void;

/** A list is an array, a typed array or anything like one. */
export function listLowerer(plan: ListPlan, compiler: LowererCompiler): Lowerer {
  const { type, numeric, countedSize } = plan;
  const lowerer = compiler.lowererOf(plan.element);
  const storeElements = elementsStore(plan, lowerer);
  return rangeLowerer(addressingOf(plan.address), plan.element, {
    check(cx, value) {
      const length = lengthOf(value);
      if (length === undefined || !isObject(value)) return notOfType(value, type);
      return tooLong(length, countedSize) ?? checkElements(cx, value, length, numeric, lowerer);
    },
    open(value) {
      const length = lengthOf(value);
      if (length === undefined || !isObject(value) || tooLong(length, countedSize)) throw changedValue();
      return { length, store: (cx, pointer) => storeElements(cx, value, pointer, length) };
    },
  });
}

/** A map is a `Map`, lowered as the list of its entries. */
export function mapLowerer(plan: MapPlan, compiler: LowererCompiler): Lowerer {
  const { type, entry } = plan;
  const { size, valueOffset, countedSize } = entry;
  const key = compiler.lowererOf(plan.key);
  const value = compiler.lowererOf(plan.value);
  return rangeLowerer(addressingOf(plan.address), entry, {
    check: (cx, map) => (isMap(map) ? checkEntries(cx, map, key, value, countedSize) : notOfType(map, type)),
    open(map) {
      if (!isMap(map)) throw changedValue();
      const entries = entriesOf(map);
      return {
        length: entries.length,
        store(cx, pointer) {
          for (const [index, entry] of entries.entries()) {
            const at = pointer + index * size;
            key.store(cx, entry[0], at);
            value.store(cx, entry[1], at + valueOffset);
          }
        },
      };
    },
  });
}

/** How a value that is passed as a pointer and a length is checked and stored. */
interface RangeSource {
  check: Lowerer['check'];
  /** Reads the length, once: as many elements are then stored, whatever the value says later. */
  open(value: unknown): { length: number; store(cx: ValueContext, pointer: number): void };
}

function rangeLowerer(addressing: Addressing, { size, alignment }: Layout, source: RangeSource): Lowerer {
  const storeRange = (cx: ValueContext, value: unknown): { pointer: number; length: number } => {
    const { length, store } = source.open(value);
    const pointer = allocate(cx, alignment, length * size);
    store(cx, pointer);
    return { pointer, length };
  };
  return {
    check: source.check,
    lowerFlat(cx, value, sink) {
      const { pointer, length } = storeRange(cx, value);
      sink.push(addressing.toCore(pointer));
      sink.push(addressing.toCore(length));
    },
    store(cx, value, at) {
      const { pointer, length } = storeRange(cx, value);
      const { data } = cx.memory;
      addressing.store(data, at, pointer);
      addressing.store(data, at + addressing.size, length);
    },
  };
}

function checkElements(
  cx: ValueContext,
  values: ArrayLikeObject,
  length: number,
  numeric: NumericName | undefined,
  lowerer: Lowerer,
): Mismatch | undefined {
  // Numbers are looked through in one fast loop; those of their own typed array always fit.
  const start = numeric === undefined ? 0 : firstToCheck(numeric, values, length);
  for (let index = start; index < length; index++) {
    const mismatch = lowerer.check(cx, values[index]);
    if (mismatch !== undefined) return mismatch.within(`[${index}]`);
  }
  return undefined;
}

function firstToCheck(kind: NumericName, values: ArrayLikeObject, length: number): number {
  const misfit = numericStores[kind].isOwnArray(values) ? -1 : firstMisfit(kind, values, length);
  return misfit === -1 ? length : misfit;
}

function checkEntries(
  cx: ValueContext,
  map: ReadonlyMap<unknown, unknown>,
  key: Lowerer,
  value: Lowerer,
  countedSize: number,
): Mismatch | undefined {
  const entries = entriesOf(map);
  for (const [index, entry] of entries.entries()) {
    const inKey = key.check(cx, entry[0]);
    if (inKey !== undefined) return inKey.within(`.keys[${index}]`);
    const inValue = value.check(cx, entry[1]);
    if (inValue !== undefined) return inValue.within(`[${describeValue(entry[0])}]`);
  }
  return tooLong(entries.length, countedSize);
}

/**
 * How long a list may be is a limit on lifting it. What another guest lifted from a memory with 32-bit addresses can be
 * twice as large in one with 64-bit addresses, so that it is always counted as in the former.
 *
 * @param size - what an element counts for, in bytes
 */
function tooLong(length: number, size: number): Mismatch | undefined {
  if (length <= maxByteLength && length * size <= maxByteLength) return undefined;
  return new Mismatch(`a list of ${length} elements of ${size} bytes is too long`);
}

function elementsStore(
  { numeric, element: { size } }: ListPlan | FixedLengthListPlan,
  lowerer: Lowerer,
): StoreElements {
  if (numeric !== undefined) return numericStores[numeric].storeAll;
  return (cx, values, pointer, length) => {
    for (let index = 0, at = pointer; index < length; index++, at += size)
      lowerer.store(cx, values[index], at);
  };
}

export function fixedLengthListLowerer(plan: FixedLengthListPlan, compiler: LowererCompiler): Lowerer {
  const { type, length, numeric } = plan;
  const lowerer = compiler.lowererOf(plan.element);
  const storeElements = elementsStore(plan, lowerer);
  return {
    check(cx, value) {
      if (!isObject(value) || lengthOf(value) !== length) return notOfType(value, type);
      return checkElements(cx, value, length, numeric, lowerer);
    },
    lowerFlat(cx, value, sink) {
      if (!isObject(value)) throw changedValue();
      for (let index = 0; index < length; index++) lowerer.lowerFlat(cx, value[index], sink);
    },
    store(cx, value, pointer) {
      if (!isObject(value)) throw changedValue();
      storeElements(cx, value, pointer, length);
    },
  };
}
