import { Trap } from '../../errors/trap.js';
import { coerceAll, coercionsFromJoined } from '../coercion.js';
import type { ValueContext } from '../context.js';
import { nextNumber, type FlatSource } from '../flat-values.js';
import { loadWord } from '../numbers.js';
import type { CasePlan, VariantPlan } from '../plan/value-plan.js';
import { loadScalar } from '../scalar-values.js';
import type { Lifter, LifterCompiler } from './lifter.js';

/** What a case looks like in JavaScript, made from its payload; that of a case without a payload is `undefined`. */
type Wrap = (payload: unknown) => unknown;

/**
 * Lifts a variant, an option or a result.
 *
 * @param compilerOf - where the lifter of a case's payload comes from
 * @throws {Trap} `invalid-discriminant`.
 */
export function variantLifter(
  { cases, shape, discriminantSize, payloadOffset, flat }: VariantPlan,
  compilerOf: (one: CasePlan) => LifterCompiler,
): Lifter {
  const tagged = shape === 'tagged';
  const lifters = cases.map((one) => caseLifter(one, tagged ? wrapOf(one) : undefined, compilerOf(one)));
  // Calling the lifter of a scalar takes longer than lifting it.
  const scalars = cases.map(({ payload }) => (payload?.kind === 'scalar' ? payload.name : undefined));
  const payloadLength = (flat?.length ?? 1) - 1;
  return {
    liftFlat(cx, source) {
      const lifter = lifters[nextNumber(source) >>> 0];
      if (lifter === undefined) throw invalidDiscriminant();
      // A shorter payload than the longest leaves core values over.
      const end = source.index + payloadLength;
      const value = lifter.liftFlat(cx, source);
      source.index = end;
      return value;
    },
    load(cx, pointer) {
      const { data } = cx.memory;
      const index = loadWord(data, pointer, discriminantSize);
      const scalar = scalars[index];
      if (scalar !== undefined) {
        const val = loadScalar(scalar, data, pointer + payloadOffset);
        return tagged ? { tag: cases[index]?.name, val } : val;
      }
      const lifter = lifters[index];
      if (lifter === undefined) throw invalidDiscriminant();
      return lifter.load(cx, pointer + payloadOffset);
    },
  };
}

/** @param wrap - `undefined` where the payload is what the case looks like */
function caseLifter(one: CasePlan, wrap: Wrap | undefined, compiler: LifterCompiler): Lifter {
  if (one.payload === undefined) {
    const make = (): unknown => wrap?.(undefined);
    return { liftFlat: make, load: make };
  }
  const lifter = coercing(compiler.lifterOf(one.payload), one);
  if (wrap === undefined) return lifter;
  return {
    liftFlat: (cx, source) => wrap(lifter.liftFlat(cx, source)),
    load: (cx, pointer) => wrap(lifter.load(cx, pointer)),
  };
}

/** A lifter that first turns the joined core values of the variant into those of the payload. */
function coercing(lifter: Lifter, one: CasePlan): Lifter {
  const coercions = coercionsFromJoined(one.coercions);
  if (coercions.length === 0) return lifter;
  return {
    liftFlat(cx: ValueContext, source: FlatSource) {
      coerceAll(source.values, source.index, coercions);
      return lifter.liftFlat(cx, source);
    },
    load: lifter.load,
  };
}

function wrapOf({ name, payload }: CasePlan): Wrap {
  return payload === undefined ? () => ({ tag: name }) : (val) => ({ tag: name, val });
}

export function invalidDiscriminant(): Trap {
  return new Trap('invalid-discriminant', 'wasm trap: invalid variant discriminant');
}
