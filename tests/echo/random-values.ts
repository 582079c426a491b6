import type { ListType, MapType, PrimitiveName, ValType } from '@wit-bindgen-ts/runtime';
import { camelCase } from '../../packages/runtime/src/names/case.js';
import type { Random } from '../fuzz/wit/random.js';
import { Token } from './driver.js';
import { isNumericName, numerics, type NumericName } from './strange-numbers.js';
import { hugeText, strangeCharacter, strangeText, wellFormed } from './strange-texts.js';

/** A value as it is passed, and as it is received: the two differ where one type has several forms. */
export interface Sample {
  readonly given: unknown;
  readonly expected: unknown;
}

/** Values of any type, as JavaScript gives them to a guest. */
export class RandomValues {
  readonly #random: Random;
  readonly #most: number;
  #left: number;

  /** @param most - How long a list or string is at most, and of how many parts a value is in all, about. */
  constructor(random: Random, most: number) {
    this.#random = random;
    this.#most = most;
    this.#left = most;
  }

  /** A value on its own, which in rare cases is huge. */
  sample(type: ValType): Sample {
    this.#left = this.#most;
    const isHuge = this.#most >= hugeFrom && this.#random.below(40) === 0;
    if (isHuge && type.kind === 'string') return text(hugeText(this.#random));
    if (isHuge && type.kind === 'list' && type.length === undefined) {
      if (isNumericName(type.element.kind)) return this.#numbers(type.element.kind, hugeLength);
      if (type.element.kind === 'bool') return this.#elements(type, hugeLength);
    }
    return this.#sample(type);
  }

  #sample(type: ValType): Sample {
    this.#left -= 1;
    const random = this.#random;
    switch (type.kind) {
      case 'record':
        return this.#record(type.fields.map(({ name, type: field }) => [camelCase(name), field]));
      case 'tuple':
        return together(type.types.map((part) => this.#sample(part)));
      case 'list':
        return this.#list(type);
      case 'map':
        return this.#map(type);
      case 'variant': {
        const one = random.pick(type.cases);
        return this.#tagged(one.name, one.type);
      }
      case 'result':
        return random.below(2) === 0 ? this.#tagged('ok', type.ok) : this.#tagged('err', type.err);
      case 'option':
        return this.#option(type.some);
      case 'enum':
        return same(random.pick(type.names));
      case 'flags':
        return this.#flags(type.names.map(camelCase));
      case 'own':
      case 'borrow':
        return same(new Token());
      case 'stream':
      case 'future':
        throw new Error(`there are no values of ${type.kind} here`);
      default:
        return this.#primitive(type.kind);
    }
  }

  #primitive(kind: PrimitiveName): Sample {
    if (kind === 'bool') return same(this.#random.below(2) === 0);
    if (kind === 'char') return same(strangeCharacter(this.#random));
    if (!isNumericName(kind)) return text(strangeText(this.#random, this.#most));
    const given = numerics[kind].one(this.#random);
    return { given, expected: numerics[kind].rounded(given) };
  }

  /** A field that is `undefined` may as well not be there. */
  #record(fields: readonly (readonly [string, ValType])[]): Sample {
    const given: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [key, type] of fields) {
      const part = this.#sample(type);
      if (part.given !== undefined || this.#random.below(2) === 0) given[key] = part.given;
      expected[key] = part.expected;
    }
    return { given, expected };
  }

  #flags(keys: readonly string[]): Sample {
    const given: Record<string, boolean | undefined> = {};
    const expected: Record<string, boolean> = {};
    for (const key of keys) {
      const isSet = this.#random.below(2) === 0;
      if (isSet || this.#random.below(2) === 0) given[key] = isSet;
      expected[key] = isSet;
    }
    return { given, expected };
  }

  #option(some: ValType): Sample {
    const isNone = this.#left < 0 || this.#random.below(3) === 0;
    if (some.kind === 'option') return isNone ? this.#tagged('none', undefined) : this.#tagged('some', some);
    return isNone ? same(undefined) : this.#sample(some);
  }

  #tagged(tag: string, payload: ValType | undefined): Sample {
    if (payload === undefined) return { given: { tag }, expected: { tag } };
    const { given, expected } = this.#sample(payload);
    return { given: { tag, val: given }, expected: { tag, val: expected } };
  }

  #list(type: ListType): Sample {
    const { element, length } = type;
    if (length !== undefined) return together(Array.from({ length }, () => this.#sample(element)));
    return isNumericName(element.kind)
      ? this.#numbers(element.kind, this.#length())
      : this.#elements(type, this.#length());
  }

  #elements({ element }: ListType, length: number): Sample {
    return together(Array.from({ length }, () => this.#sample(element)));
  }

  /** As a typed array, a part of a longer one, a plain array, or something that is only like an array. */
  #numbers(kind: NumericName, length: number): Sample {
    const { arrayOf, one, rounded } = numerics[kind];
    const plain = Array.from({ length }, () => one(this.#random));
    const expected = arrayOf(plain.map(rounded));
    switch (this.#random.below(4)) {
      case 0:
        return { given: plain, expected };
      case 1:
        return { given: Object.assign({ length }, plain), expected };
      default:
        return { given: arrayOf(plain), expected };
    }
  }

  /** Keys that are the same once they were lowered are one: the later value stays, where the first one was. */
  #map({ key, value }: MapType): Sample {
    const given = new Map<unknown, unknown>();
    for (let left = this.#length(); left > 0; left--) given.set(this.#sample(key).given, undefined);
    const expected = new Map<unknown, unknown>();
    for (const each of given.keys()) {
      const sample = this.#sample(value);
      given.set(each, sample.given);
      expected.set(typeof each === 'string' ? wellFormed(each) : each, sample.expected);
    }
    return { given, expected };
  }

  #length(): number {
    const most = Math.max(0, Math.min(this.#left, this.#most));
    const length = this.#random.below(30) === 0 ? 200 : this.#random.pick([0, 0, 1, 1, 2, 3, 5, 8]);
    return Math.min(most, length);
  }
}

const hugeFrom = 1000;
const hugeLength = 100_000;

function same(value: unknown): Sample {
  return { given: value, expected: value };
}

function text(given: string): Sample {
  return { given, expected: wellFormed(given) };
}

function together(samples: readonly Sample[]): Sample {
  return {
    given: samples.map(({ given }) => given),
    expected: samples.map(({ expected }) => expected),
  };
}
