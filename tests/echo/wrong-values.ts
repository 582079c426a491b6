import type { ValType } from '@wit-bindgen-ts/runtime';
import { camelCase } from '../../packages/runtime/src/names/case.js';
import type { Random } from '../fuzz/wit/random.js';
import type { RandomValues } from './random-values.js';

/** What a getter or a proxy throws. */
export class Thrown extends Error {
  override readonly name = 'Thrown';
}

/** Values that are wrong, in most cases, at one place that may be deep inside: they are made of right ones. */
export class WrongValues {
  readonly #random: Random;
  readonly #values: RandomValues;

  constructor(random: Random, values: RandomValues) {
    this.#random = random;
    this.#values = values;
  }

  /** @param value - A right one; it stays as it is. */
  spoiled(value: unknown, type: ValType): unknown {
    return this.#random.below(4) === 0 ? this.#wrong(value, type) : this.#inside(value, type);
  }

  /** Spoils a part of a value, where it has one. */
  #inside(value: unknown, type: ValType): unknown {
    switch (type.kind) {
      case 'record':
        return this.#spoiledField(
          value,
          this.#random.pick(type.fields.map((field) => [camelCase(field.name), field.type] as const)),
        );
      case 'variant': {
        const payload = type.cases.find((one) => one.name === tagOf(value))?.type;
        return this.#payload(value, type, payload);
      }
      case 'result':
        return this.#payload(value, type, tagOf(value) === 'ok' ? type.ok : type.err);
      case 'option':
        if (type.some.kind === 'option')
          return this.#payload(value, type, tagOf(value) === 'some' ? type.some : undefined);
        return value === undefined ? this.#wrong(value, type) : this.spoiled(value, type.some);
      case 'tuple':
        return this.#spoiledElement(value, (index) => type.types[index], type);
      case 'list':
        return this.#spoiledElement(value, () => type.element, type);
      case 'map':
        return this.#spoiledEntry(value, type);
      default:
        return this.#wrong(value, type);
    }
  }

  #payload(value: unknown, type: ValType, payload: ValType | undefined): unknown {
    return payload === undefined ? this.#wrong(value, type) : this.#spoiledField(value, ['val', payload]);
  }

  #spoiledField(value: unknown, [key, type]: readonly [string, ValType]): unknown {
    const fields = value as Readonly<Record<string, unknown>>;
    return { ...fields, [key]: this.spoiled(fields[key], type) };
  }

  #spoiledElement(value: unknown, typeAt: (index: number) => ValType | undefined, type: ValType): unknown {
    const elements = Array.from(value as ArrayLike<unknown>);
    const index = this.#random.below(elements.length);
    const element = typeAt(index);
    if (elements.length === 0 || element === undefined) return this.#wrong(value, type);
    elements[index] = this.spoiled(elements[index], element);
    return elements;
  }

  #spoiledEntry(value: unknown, type: Extract<ValType, { kind: 'map' }>): unknown {
    const entries = [...(value as ReadonlyMap<unknown, unknown>)];
    const entry = entries[this.#random.below(entries.length)];
    if (entry === undefined) return this.#wrong(value, type);
    if (this.#random.below(2) === 0) entry[0] = this.spoiled(entry[0], type.key);
    else entry[1] = this.spoiled(entry[1], type.value);
    return new Map(entries);
  }

  #wrong(value: unknown, type: ValType): unknown {
    return this.#random.below(2) === 0 ? this.#ofKind(value, type) : this.#random.pick(anything)();
  }

  /** What is nearly a value of the type. */
  #ofKind(value: unknown, type: ValType): unknown {
    switch (type.kind) {
      case 'record':
        return this.#strangeObject(value, camelCase(this.#random.pick(type.fields).name));
      case 'flags':
        return this.#strangeObject(value, camelCase(this.#random.pick(type.names)));
      case 'variant':
      case 'result':
        return this.#strangeObject(value, this.#random.pick(['tag', 'tag', 'val']));
      case 'enum':
        return this.#random.pick([
          `${type.names[0] ?? ''} `,
          'constructor',
          '__proto__',
          0,
          type.names.length,
        ]);
      case 'tuple':
      case 'list':
        return this.#strangeList(value);
      case 'option':
        return type.some.kind === 'option'
          ? this.#strangeObject(value, this.#random.pick(['tag', 'val']))
          : this.#ofKind(this.#values.sample(type.some).given, type.some);
      default:
        return this.#random.pick(anyNumber);
    }
  }

  #strangeObject(value: unknown, key: string): unknown {
    const object: Record<string, unknown> = { ...(value as object) };
    switch (this.#random.below(9)) {
      case 0:
        return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
      case 1:
        return { ...object, [key]: this.#random.pick(anything)() };
      case 2:
        return { ...object, [this.#random.pick(['other', 'toString', '__proto', '0'])]: true };
      case 3:
        return Object.defineProperty(object, key, { get: throwing(`get ${key}`), enumerable: true });
      case 4:
        return Object.create(object);
      case 5:
        return Object.assign(Object.create({ [key]: object[key] }) as object, {
          ...object,
          [key]: undefined,
        });
      case 6:
        return new Proxy(object, {
          get: throwing('get'),
          ownKeys: throwing('ownKeys'),
          has: throwing('has'),
        });
      case 7:
        return new Proxy(object, {});
      default:
        return Object.assign(new Date(0), object);
    }
  }

  #strangeList(value: unknown): unknown {
    const elements = Array.from(value as ArrayLike<unknown>);
    const index = this.#random.below(elements.length);
    switch (this.#random.below(8)) {
      case 0:
        return [...elements, elements[0]];
      case 1:
        return elements.slice(1);
      case 2:
        Reflect.deleteProperty(elements, index);
        return elements;
      case 3:
        return Object.defineProperty(elements, index, { get: throwing(`get ${index}`) });
      case 4:
        return { length: this.#random.pick(['1', -1, 1.5, NaN, 2 ** 28, 2 ** 32, 2 ** 53]) };
      case 5:
        return this.#random.pick([new Uint8Array(elements.length), new BigInt64Array(elements.length)]);
      case 6:
        return new Set(elements);
      default:
        return Object.defineProperty(Object.assign({}, elements), 'length', { get: throwing('length') });
    }
  }
}

function throwing(what: string): () => never {
  return () => {
    throw new Thrown(what);
  };
}

function tagOf(value: unknown): unknown {
  return (value as { readonly tag: unknown }).tag;
}

const anyNumber: readonly unknown[] = [
  -1,
  1.5,
  NaN,
  Infinity,
  -0,
  2 ** 7,
  2 ** 8,
  2 ** 15,
  2 ** 16,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 31) - 1,
  -1n,
  2n ** 63n,
  2n ** 64n,
  1e300,
  '',
  'ab',
  '\ud800',
  '1',
];

const anything: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 'text',
  () => 7,
  () => 7n,
  () => true,
  () => ({}),
  () => [],
  () => Symbol('s'),
  () => () => 1,
  () => new Map(),
  () => new Map([[1, 1]]),
  () => new Set([1]),
  () => new Date(0),
  () => new Uint8Array(3),
  () => new Float64Array(2),
  () => new String('text'),
  () => new Number(7),
  () => Object.create(null) as unknown,
  () => ({ tag: 'none' }),
  () => ({ tag: 'other', val: 1 }),
  () => ({ tag: 0 }),
  () => ({ tag: 'ok' }),
  () => ({ tag: 'some' }),
  () => ({ length: 1 }),
  () => ({ length: 2 ** 28 }),
];
