import type { Random } from '../fuzz/wit/random.js';

/** The types whose lists are typed arrays. */
export type NumericName = 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 's64' | 'u64' | 'f32' | 'f64';

type Numbers = ArrayLike<number | bigint>;

interface Numeric {
  /** Its typed array. */
  readonly arrayOf: (numbers: readonly (number | bigint)[]) => Numbers;
  readonly one: (random: Random) => number | bigint;
  /** What the number is once it was lowered. */
  readonly rounded: (number: number | bigint) => number | bigint;
}

export const numerics: Readonly<Record<NumericName, Numeric>> = {
  s8: integer(true, 8, (numbers) => Int8Array.from(numbers)),
  u8: integer(false, 8, (numbers) => Uint8Array.from(numbers)),
  s16: integer(true, 16, (numbers) => Int16Array.from(numbers)),
  u16: integer(false, 16, (numbers) => Uint16Array.from(numbers)),
  s32: integer(true, 32, (numbers) => Int32Array.from(numbers)),
  u32: integer(false, 32, (numbers) => Uint32Array.from(numbers)),
  s64: bigInteger(true, (numbers) => BigInt64Array.from(numbers)),
  u64: bigInteger(false, (numbers) => BigUint64Array.from(numbers)),
  f32: float(Math.fround, (numbers) => Float32Array.from(numbers)),
  f64: float(Number, (numbers) => Float64Array.from(numbers)),
};

export function isNumericName(kind: string): kind is NumericName {
  return Object.hasOwn(numerics, kind);
}

function integer(signed: boolean, bits: number, arrayOf: (numbers: number[]) => Numbers): Numeric {
  const [least, most] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  return {
    arrayOf: (numbers) => arrayOf(numbers.map(Number)),
    one: (random) =>
      random.below(2) === 0
        ? random.pick([least, most, 0, -0, 1, most - 1, least + 1])
        : least + random.below(most - least + 1),
    // -0 is an integer.
    rounded: (number) => Number(number) + 0,
  };
}

function bigInteger(signed: boolean, arrayOf: (numbers: bigint[]) => Numbers): Numeric {
  const wrapped = (number: bigint): bigint =>
    signed ? BigInt.asIntN(64, number) : BigInt.asUintN(64, number);
  return {
    arrayOf: (numbers) => arrayOf(numbers.map(BigInt)),
    one: (random) =>
      wrapped(
        random.below(2) === 0
          ? random.pick([0n, 1n, -1n, 2n ** 63n, 2n ** 63n - 1n, 2n ** 32n, 2n ** 53n + 1n])
          : (BigInt(random.below(2 ** 32)) << 32n) | BigInt(random.below(2 ** 32)),
      ),
    rounded: (number) => number,
  };
}

function float(rounded: (number: number) => number, arrayOf: (numbers: number[]) => Numbers): Numeric {
  return {
    arrayOf: (numbers) => arrayOf(numbers.map(Number)),
    one: (random) => (random.below(2) === 0 ? random.pick(strangeFloats) : anyFloat(random)),
    rounded: (number) => rounded(Number(number)),
  };
}

const strangeFloats = [
  0,
  -0,
  NaN,
  Infinity,
  -Infinity,
  0.1,
  -1.5,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.MAX_SAFE_INTEGER,
  2 ** 24 + 1,
  3.4028235677973366e38,
  1e-45,
];

const bits = new DataView(new ArrayBuffer(8));

/** Any sixty-four bits; every NaN among them is the one that JavaScript knows. */
function anyFloat(random: Random): number {
  bits.setUint32(0, random.below(2 ** 32));
  bits.setUint32(4, random.below(2 ** 32));
  return bits.getFloat64(0);
}
