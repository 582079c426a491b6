import { numberOf } from '../flat-values.js';
import { loadWord } from '../numbers.js';
import type { EnumPlan, FlagsPlan } from '../plan/value-plan.js';
import { singleLifter, type Lifter } from './lifter.js';
import { objectShape } from './object-shape.js';
import { invalidDiscriminant } from './variants.js';

/**
 * An enum becomes the name of the case.
 *
 * @throws {Trap} `invalid-discriminant`.
 */
export function enumLifter({ names, discriminantSize }: EnumPlan): Lifter {
  const lift = (index: number): string => {
    const name = names[index];
    if (name === undefined) throw invalidDiscriminant();
    return name;
  };
  return singleLifter(
    (_cx, value) => lift(numberOf(value) >>> 0),
    (cx, pointer) => lift(loadWord(cx.memory.data, pointer, discriminantSize)),
  );
}

/** Flags become an object with every name; bits that stand for no name are ignored. */
export function flagsLifter({ keys, wordSize }: FlagsPlan): Lifter {
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
    (cx, pointer) => lift(loadWord(cx.memory.data, pointer, wordSize)),
  );
}
