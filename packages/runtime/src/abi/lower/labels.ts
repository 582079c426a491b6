import type { ValType } from '../../types/val-type.js';
import { storeWord } from '../numbers.js';
import type { EnumPlan, FlagsPlan } from '../plan/value-plan.js';
import { isObject } from './array-like.js';
import { changedValue, singleLowerer, type Lowerer } from './lowerer.js';
import { notOfType, notOneOf } from './mismatch.js';

const boolType: ValType = { kind: 'bool' };

/** An enum is the name of one of its cases. */
export function enumLowerer({ type, names, discriminantSize }: EnumPlan): Lowerer {
  const indices = new Map<unknown, number>(names.map((name, index) => [name, index]));
  const indexOf = (value: unknown): number => {
    const index = indices.get(value);
    if (index === undefined) throw changedValue();
    return index;
  };
  return singleLowerer(
    (_cx, value) => {
      if (indices.has(value)) return undefined;
      return typeof value === 'string' ? notOneOf(value, names) : notOfType(value, type);
    },
    (_cx, value) => indexOf(value),
    (cx, value, pointer) => storeWord(cx.memory.data, pointer, indexOf(value), discriminantSize),
  );
}

/**
 * Flags are an object with `true` for each name that is set, which it may inherit, as fields of records may be. What it has
 * of its own must be flags.
 */
export function flagsLowerer({ type, keys, wordSize }: FlagsPlan): Lowerer {
  const positions = new Map(keys.map((key, index) => [key, index]));
  /** The place of a name; at hand, where the object has its names in the order of the type. */
  const positionOf = (key: string, index: number) => (keys[index] === key ? index : positions.get(key));
  const toBits = (value: unknown): number => {
    if (!isObject(value)) throw changedValue();
    let bits = 0;
    for (let index = 0; index < keys.length; index++) {
      if (value[keys[index] ?? ''] === true) bits |= 1 << index;
    }
    return bits >>> 0;
  };
  return singleLowerer(
    (_cx, value) => {
      if (!isObject(value)) return notOfType(value, type);
      const given = Object.keys(value);
      for (let index = 0; index < given.length; index++) {
        const key = given[index] ?? '';
        if (positionOf(key, index) === undefined) return notOneOf(key, keys);
        const flag = value[key];
        if (flag !== undefined && typeof flag !== 'boolean') {
          return notOfType(flag, boolType).within(`.${key}`);
        }
      }
      return undefined;
    },
    (_cx, value) => toBits(value),
    (cx, value, pointer) => storeWord(cx.memory.data, pointer, toBits(value), wordSize),
  );
}
