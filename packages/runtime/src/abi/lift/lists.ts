import { spend } from '../allowance.js';
import { addressingOf, type Addressing } from '../address.js';
import type { ValueContext } from '../context.js';
import type { Layout } from '../layout.js';
import type { FixedLengthListPlan, ListPlan, MapPlan } from '../plan/value-plan.js';
import { checkListRange } from '../ranges.js';
import type { Lifter, LifterCompiler } from './lifter.js';
import { numericCopiers } from './numeric-copies.js';
import { numericViews } from './numeric-views.js';

/** Lifts elements that follow one another; pointer and length have been checked. */
type LoadElements = (cx: ValueContext, pointer: number, length: number) => unknown;

export function listLifter(plan: ListPlan, compiler: LifterCompiler): Lifter {
  const { element, numeric, elementCost } = plan;
  const addressing = addressingOf(plan.address);
  if (numeric !== undefined) {
    return compiler.views
      ? rangeLifter(addressing, element, 0, numericViews[numeric])
      : rangeLifter(addressing, element, elementCost, numericCopiers[numeric]);
  }
  const lifter = compiler.lifterOf(element);
  const { size } = element;
  return rangeLifter(addressing, element, elementCost, (cx, pointer, length) =>
    loadArray(cx, lifter, size, pointer, length),
  );
}

/** A map is a list of its entries; of two with the same key, the later one stays. */
export function mapLifter({ address, key, value, entry }: MapPlan, compiler: LifterCompiler): Lifter {
  const { size, valueOffset } = entry;
  const keyLifter = compiler.lifterOf(key);
  const valueLifter = compiler.lifterOf(value);
  return rangeLifter(addressingOf(address), entry, entry.cost, (cx, pointer, length) => {
    const map = new Map<unknown, unknown>();
    for (let i = 0, at = pointer; i < length; i++, at += size) {
      map.set(keyLifter.load(cx, at), valueLifter.load(cx, at + valueOffset));
    }
    return map;
  });
}

/**
 * Lifts what is passed as a pointer and a length.
 *
 * @param cost - what an element takes in JavaScript
 */
function rangeLifter(
  addressing: Addressing,
  { size, alignment }: Layout,
  cost: number,
  loadElements: LoadElements,
): Lifter {
  // All of one shape: reading properties of objects that differ takes an engine longer.
  const element: Layout = { size, alignment };
  const loadRange = (cx: ValueContext, pointer: number, length: number): unknown => {
    checkListRange(cx, pointer, length, element, cost);
    return loadElements(cx, pointer, length);
  };
  return {
    liftFlat(cx, source) {
      const pointer = addressing.fromCore(source.values[source.index++]);
      return loadRange(cx, pointer, addressing.fromCore(source.values[source.index++]));
    },
    load(cx, at) {
      const { data } = cx.memory;
      return loadRange(cx, addressing.load(data, at), addressing.load(data, at + addressing.size));
    },
  };
}

export function fixedLengthListLifter(plan: FixedLengthListPlan, compiler: LifterCompiler): Lifter {
  const { element, length, elementCost } = plan;
  const { size } = element;
  const lifter = compiler.lifterOf(element);
  return {
    liftFlat(cx, source) {
      const elements: unknown[] = [];
      for (let i = 0; i < length; i++) elements.push(lifter.liftFlat(cx, source));
      return elements;
    },
    load(cx, pointer) {
      spend(length * elementCost);
      return loadArray(cx, lifter, size, pointer, length);
    },
  };
}

function loadArray(
  cx: ValueContext,
  lifter: Lifter,
  size: number,
  pointer: number,
  length: number,
): unknown[] {
  const elements: unknown[] = [];
  for (let i = 0, at = pointer; i < length; i++, at += size) elements.push(lifter.load(cx, at));
  return elements;
}
