import type { Case, PrimitiveName, ValType } from '@wit-bindgen-ts/runtime';
import type { Random } from '../fuzz/wit/random.js';
import { makeLabels } from './awkward-names.js';
import { isNamed, token, type EchoFunction } from './echo-world.js';

const primitiveNames: readonly PrimitiveName[] = [
  'bool',
  's8',
  'u8',
  's16',
  'u16',
  's32',
  'u32',
  's64',
  'u64',
  'f32',
  'f64',
  'char',
  'string',
  'string',
];

/** The types that the keys of a map can be of. */
const keyNames = primitiveNames.filter((name) => !name.startsWith('f'));

/** How deep types are nested, and how many types one function is made of. */
const mostDepth = 6;
const mostParts = 40;

/** Types of the kinds that the standard has, all of them nested in one another. */
export class RandomTypes {
  readonly #random: Random;
  readonly #primitives = new Map(primitiveNames.map((kind) => [kind, { kind } as const]));
  /** Named types, which other functions of the same world may use again. */
  readonly #named: ValType[] = [];
  #left = mostParts;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A function that gives back what it is passed, in most cases. */
  func(name: string): EchoFunction {
    const random = this.#random;
    this.#left = mostParts;
    const count = random.below(3) > 0 ? 1 : random.pick([0, 2, 2, 3, 5, 17]);
    const labels = makeLabels(count, random);
    const params = labels.map((label) => ({ name: label, type: this.#type(random.below(mostDepth + 1)) }));
    if (random.below(15) === 0) params.push({ name: 'borrowed', type: this.#borrowed() });
    const [first] = params;
    if (first !== undefined && params.length === 1 && count === 1 && random.below(4) > 0)
      return { name, params, result: first.type };
    if (random.below(6) === 0) return { name, params };
    this.#left = mostParts;
    return { name, params, result: this.#type(random.below(mostDepth + 1)) };
  }

  /** Handles that are lent for the call: on their own, or in a list, where the guest can find all of them. */
  #borrowed(): ValType {
    const borrow: ValType = { kind: 'borrow', resource: token };
    const elements: readonly ValType[] = [
      borrow,
      { kind: 'option', some: borrow },
      { kind: 'tuple', types: [this.#leaf(), borrow] },
      { kind: 'list', element: borrow, length: 3 },
      { kind: 'result', ok: borrow, err: this.#leaf() },
    ];
    return this.#random.below(3) === 0 ? borrow : { kind: 'list', element: this.#random.pick(elements) };
  }

  #type(depth: number): ValType {
    const random = this.#random;
    this.#left -= 1;
    if (depth === 0 || this.#left <= 0) return this.#leaf();
    if (this.#named.length > 0 && random.below(10) === 0) return random.pick(this.#named);
    const type = this.#composed(depth - 1);
    if (isNamed(type)) this.#named.push(type);
    return type;
  }

  #leaf(): ValType {
    return this.#random.below(25) === 0 ? { kind: 'own', resource: token } : this.#primitive(primitiveNames);
  }

  #primitive(names: readonly PrimitiveName[]): ValType {
    const kind = this.#random.pick(names);
    return this.#primitives.get(kind) ?? { kind };
  }

  #composed(depth: number): ValType {
    const random = this.#random;
    switch (random.below(16)) {
      case 0:
      case 1:
      case 2:
        return this.#record(depth);
      case 3:
      case 4:
        return this.#variant(depth);
      case 5:
        return { kind: 'enum', names: makeLabels(this.#count(300), random) };
      case 6:
        return { kind: 'flags', names: makeLabels(random.pick([1, 2, 7, 8, 9, 16, 17, 31, 32]), random) };
      case 7:
      case 8:
        return { kind: 'list', element: this.#type(depth) };
      case 9:
        return { kind: 'list', element: this.#type(depth), length: random.pick([1, 2, 3, 4, 16, 17]) };
      case 10:
        return { kind: 'map', key: this.#primitive(keyNames), value: this.#type(depth) };
      case 11:
        return { kind: 'tuple', types: this.#types(1 + random.below(5), depth) };
      case 12:
      case 13:
        return { kind: 'option', some: this.#type(depth) };
      default:
        return {
          kind: 'result',
          ...(random.below(3) > 0 && { ok: this.#type(depth) }),
          ...(random.below(3) > 0 && { err: this.#type(depth) }),
        };
    }
  }

  #record(depth: number): ValType {
    const count = this.#random.below(4) === 0 ? 1 + this.#random.below(20) : 1 + this.#random.below(5);
    const labels = makeLabels(count, this.#random);
    return { kind: 'record', fields: labels.map((name) => ({ name, type: this.#type(depth) })) };
  }

  /** Of many cases, most have no payload. */
  #variant(depth: number): ValType {
    const labels = makeLabels(this.#count(300), this.#random);
    const cases = labels.map((name): Case => {
      const hasPayload = this.#random.below(1 + labels.length) < 4;
      return hasPayload ? { name, type: this.#type(depth) } : { name };
    });
    return { kind: 'variant', cases };
  }

  #types(count: number, depth: number): ValType[] {
    return Array.from({ length: count }, () => this.#type(depth));
  }

  /** A number of cases: few in general, and now and then about as many as fit into a byte or more. */
  #count(most: number): number {
    const random = this.#random;
    return random.below(8) === 0 ? random.pick([255, 256, 256, 257, most]) : 1 + random.below(8);
  }
}
