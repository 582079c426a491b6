import { Trap } from '../../errors/trap.js';
import type { Case } from '../../types/val-type.js';
import { coercionFromJoined } from '../coercion.js';
import type { ValueContext } from '../context.js';
import { nextNumber, type FlatSource } from '../flat-values.js';
import { flatten, type CoreType } from '../flatten.js';
import { casesOf, variantLayout, type VariantLike } from '../layout.js';
import { loadWord, scalarName } from '../numbers.js';
import { loadScalar } from '../scalar-values.js';
import type { Lifter, LifterCompiler } from './lifter.js';

/** What a case looks like in JavaScript, made from its payload; that of a case without a payload is `undefined`. */
type Wrap = (payload: unknown) => unknown;

/**
 * Lifts a variant, an enum, an option or a result.
 *
 * @param compilerOf - where the lifter of a case's payload comes from
 * @throws {Trap} `invalid-discriminant`.
 */
export function variantLifter(
  type: VariantLike,
  compiler: LifterCompiler,
  compilerOf: (name: string) => LifterCompiler = () => compiler,
): Lifter {
  const cases = casesOf(type);
  const { discriminantSize, payloadOffset } = variantLayout(cases, compiler.address);
  const flat = flatten(type, compiler.address);
  const lifters = cases.map((one) => caseLifter(one, wrapOf(type, one), flat, compilerOf(one.name)));
  // Calling the lifter of a scalar takes longer than lifting it.
  const scalars = cases.map((one) => one.type && scalarName(one.type));
  const tagged = type.kind !== 'option' || type.some.kind === 'option';
  return {
    liftFlat(cx, source) {
      const lifter = lifters[nextNumber(source) >>> 0];
      if (lifter === undefined) throw invalidDiscriminant();
      // A shorter payload than the longest leaves core values over.
      const end = source.index + (flat?.length ?? 1) - 1;
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

function caseLifter(
  { type }: Case,
  wrap: Wrap | undefined,
  joined: readonly CoreType[] | undefined,
  compiler: LifterCompiler,
): Lifter {
  if (type === undefined) {
    const make = (): unknown => wrap?.(undefined);
    return { liftFlat: make, load: make };
  }
  const lifter = coercing(compiler.lifterOf(type), flatten(type, compiler.address), joined);
  if (wrap === undefined) return lifter;
  return {
    liftFlat: (cx, source) => wrap(lifter.liftFlat(cx, source)),
    load: (cx, pointer) => wrap(lifter.load(cx, pointer)),
  };
}

/** A lifter that first turns the joined core values of the variant into those of the payload. */
function coercing(
  lifter: Lifter,
  payload: readonly CoreType[] | undefined,
  joined: readonly CoreType[] | undefined,
): Lifter {
  const coercions = payload?.map((core, index) => {
    const from = joined?.[index + 1];
    return from === undefined ? undefined : coercionFromJoined(from, core);
  });
  if (coercions === undefined || coercions.every((coercion) => coercion === undefined)) return lifter;
  return {
    liftFlat(cx: ValueContext, source: FlatSource) {
      const { values, index } = source;
      coercions.forEach((coerce, i) => {
        const value = values[index + i];
        if (coerce !== undefined && value !== undefined) values[index + i] = coerce(value);
      });
      return lifter.liftFlat(cx, source);
    },
    load: lifter.load,
  };
}

/** `undefined` where the payload is what the case looks like. */
function wrapOf(type: VariantLike, { name, type: payload }: Case): Wrap | undefined {
  if (type.kind === 'enum') return () => name;
  if (type.kind === 'option' && type.some.kind !== 'option') return undefined;
  return payload === undefined ? () => ({ tag: name }) : (val) => ({ tag: name, val });
}

function invalidDiscriminant(): Trap {
  return new Trap('invalid-discriminant', 'wasm trap: invalid variant discriminant');
}
