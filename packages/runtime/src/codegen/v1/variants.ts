import { invalidDiscriminant } from '../../abi/lift/variants.js';
import { changedValue } from '../../abi/lower/lowerer.js';
import type { LiftLowerContext } from './lift-lower-context.js';
import type { EnumDescriptor } from './types.js';

/** Whether this is the absence of an option: `undefined`, or `null`, which many a host function gives in its place. */
export function isNone(value: unknown): value is undefined {
  return value === undefined || value === null;
}

/**
 * Whether the option at a place in memory is there.
 *
 * @throws {Trap} `invalid-discriminant`
 */
export function loadSome(cx: LiftLowerContext, at: number): boolean {
  return liftSome(cx.data.getUint8(at));
}

/**
 * Whether the option with this discriminant is there.
 *
 * @throws {Trap} `invalid-discriminant`
 */
export function liftSome(core: number): boolean {
  if (core === 0) return false;
  if (core === 1) return true;
  throw invalidDiscriminant();
}

/** So few are found faster one after another than in a map. */
const fewNames = 16;

export function isEnum<N extends string>(type: EnumDescriptor<N>, value: unknown): value is N {
  return indexIn(type, value) !== -1;
}

/** @throws {Trap} `invalid-discriminant` */
export function liftEnum<N extends string>(type: EnumDescriptor<N>, index: number): N {
  const name = type.names[index >>> 0];
  if (name === undefined) throw invalidDiscriminant();
  return name;
}

/** The index of a name. */
export function lowerEnum<N extends string>(type: EnumDescriptor<N>, value: N): number {
  const index = indexIn(type, value);
  if (index === -1) throw changedValue();
  return index;
}

function indexIn({ names, indices }: EnumDescriptor<string>, value: unknown): number {
  if (names.length > fewNames) return indices.get(value) ?? -1;
  for (let index = 0; index < names.length; index++) if (names[index] === value) return index;
  return -1;
}

export { invalidDiscriminant };
