import type { ListType, MapType } from '../../types/val-type.js';
import { spend } from '../allowance.js';
import { addressingOf, type Addressing } from '../address.js';
import type { ValueContext } from '../context.js';
import { fieldsLayout, layoutOf, type Layout } from '../layout.js';
import { isNumeric } from '../numbers.js';
import { checkListRange } from '../ranges.js';
import { entryCost, liftedCost } from './cost.js';
import type { Lifter, LifterCompiler } from './lifter.js';
import { numericCopiers } from './numeric-copies.js';
import { numericViews } from './numeric-views.js';

/** Lifts elements that follow one another; pointer and length have been checked. */
type LoadElements = (cx: ValueContext, pointer: number, length: number) => unknown;

export function listLifter({ element, length }: ListType, compiler: LifterCompiler): Lifter {
  const layout = layoutOf(element, compiler.address);
  const lifter = compiler.lifterOf(element);
  if (length !== undefined) return fixedLengthLifter(lifter, layout.size, length, liftedCost(element));
  const addressing = addressingOf(compiler.address);
  if (!isNumeric(element.kind)) {
    return rangeLifter(addressing, layout, liftedCost(element), (cx, pointer, count) =>
      loadArray(cx, lifter, layout.size, pointer, count),
    );
  }
  return compiler.views
    ? rangeLifter(addressing, layout, 0, numericViews[element.kind])
    : rangeLifter(addressing, layout, layout.size, numericCopiers[element.kind]);
}

/** A map is a list of its entries; of two with the same key, the later one stays. */
export function mapLifter({ key, value }: MapType, compiler: LifterCompiler): Lifter {
  const layout = fieldsLayout([key, value], compiler.address);
  const valueOffset = layout.offsets[1] ?? 0;
  const keyLifter = compiler.lifterOf(key);
  const valueLifter = compiler.lifterOf(value);
  const cost = entryCost(key, value);
  return rangeLifter(addressingOf(compiler.address), layout, cost, (cx, pointer, length) => {
    const map = new Map<unknown, unknown>();
    for (let i = 0, at = pointer; i < length; i++, at += layout.size) {
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
  element: Layout,
  cost: number,
  loadElements: LoadElements,
): Lifter {
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

function fixedLengthLifter(lifter: Lifter, size: number, length: number, cost: number): Lifter {
  return {
    liftFlat(cx, source) {
      const elements: unknown[] = [];
      for (let i = 0; i < length; i++) elements.push(lifter.liftFlat(cx, source));
      return elements;
    },
    load(cx, pointer) {
      spend(length * cost);
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
