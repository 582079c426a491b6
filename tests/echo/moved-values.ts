import type { ValType } from '@wit-bindgen-ts/runtime';
import { flat, typeIndex, u32, vec, type Part } from '../harness/component-binary.js';
import { cases, fields, spaceOf, type Space } from './core-shape.js';
import type { StringEncoding } from './echo-world.js';

/** A function body that is given an address, and has two locals beside it. */
const [at, next, end] = [0, 1, 2];

const localGet = (index: number): Part => [0x20, index];
const localSet = (index: number): Part => [0x21, index];
const call = (index: number): Part => [0x10, u32(index)];
const load = (offset: number): Part => [0x28, 2, u32(offset)];
const add: Part = 0x6a;
const trapIf: Part = [0x04, 0x40, 0x00, 0x0b];
const whenever = (then: Part): Part => [0x04, 0x40, then, 0x0b];
/** `i32.const`, of a number that is not negative. */
export const constant = (value: number): Part => [0x41, typeIndex(value)];

/**
 * The core functions by which a guest makes a value in its memory its own: everything that the value points to is moved
 * elsewhere, by the layout of `core-shape.ts`. They trap at what must not stand in memory: a discriminant that is too
 * high, a `bool` that is neither 0 nor 1, flags that there are not.
 */
export class MovedValues {
  readonly bodies: readonly Part[];
  readonly #indices = new Map<ValType, number>();
  readonly #move: number;
  readonly #encoding: StringEncoding;

  /**
   * @param types - each after those that it is made of
   * @param move - the index of the function `move`
   * @param first - the index of the first function of these
   */
  constructor(types: readonly ValType[], encoding: StringEncoding, move: number, first: number) {
    this.#move = move;
    this.#encoding = encoding;
    const bodies: Part[] = [];
    for (const type of types) {
      const code = this.#code(type);
      if (code === undefined) continue;
      this.#indices.set(type, first + bodies.length);
      const bytes = flat([vec([[u32(2), 0x7f]]), code, 0x0b]);
      bodies.push([u32(bytes.length), bytes]);
    }
    this.bodies = bodies;
  }

  /** Makes the value at an address the guest's own. */
  own(type: ValType, address: Part): Part {
    const index = this.#indices.get(type);
    return index === undefined ? [] : [address, call(index)];
  }

  #code(type: ValType): Part | undefined {
    switch (type.kind) {
      case 'bool':
        return [this.#word(1), constant(1), 0x4b, trapIf];
      case 'char':
        return [
          load4(),
          constant(0x11_0000),
          0x4f,
          trapIf,
          load4(),
          constant(11),
          0x76,
          constant(0x1b),
          0x46,
          trapIf,
        ];
      case 'flags': {
        const { size } = spaceOf(type);
        return type.names.length === 8 * size
          ? undefined
          : [this.#word(size), constant(type.names.length), 0x76, trapIf];
      }
      case 'string':
        return this.#string();
      case 'list':
        return type.length === undefined
          ? this.#list(spaceOf(type.element), (address) => this.own(type.element, address))
          : this.#repeated(type.element, type.length);
      case 'map': {
        const { offsets, ...space } = fields([type.key, type.value]);
        return this.#list(space, (address) => this.#fields([type.key, type.value], offsets, address));
      }
      case 'record':
        return this.#record(type.fields.map((field) => field.type));
      case 'tuple':
        return this.#record(type.types);
      case 'enum':
        return this.#cases(type.names.map(() => undefined));
      case 'variant':
        return this.#cases(type.cases.map((one) => one.type));
      case 'option':
        return this.#cases([undefined, type.some]);
      case 'result':
        return this.#cases([type.ok, type.err]);
      default:
        return undefined;
    }
  }

  #word(size: number): Part {
    return [localGet(at), size === 1 ? [0x2d, 0, 0] : size === 2 ? [0x2f, 1, 0] : load(0)];
  }

  #string(): Part {
    const length: Part = [localGet(at), load(4)];
    const doubled: Part = [length, constant(1), 0x74];
    const size: Readonly<Record<StringEncoding, Part>> = {
      utf8: length,
      utf16: doubled,
      // The highest bit, which says that it is UTF-16, is shifted out.
      'latin1+utf16': [doubled, length, length, constant(0), 0x48, 0x1b],
    };
    return [
      localGet(at),
      size[this.#encoding],
      constant(this.#encoding === 'utf8' ? 1 : 2),
      call(this.#move),
    ];
  }

  #list({ size, alignment }: Space, own: (address: Part) => Part): Part {
    const byteLength: Part = [localGet(at), load(4), constant(size), 0x6c];
    return [
      [localGet(at), byteLength, constant(alignment), call(this.#move)],
      this.#each([localGet(at), load(0)], byteLength, size, own),
    ];
  }

  #repeated(element: ValType, length: number): Part | undefined {
    const { size } = spaceOf(element);
    const each = this.#each(localGet(at), constant(size * length), size, (address) =>
      this.own(element, address),
    );
    return this.#indices.has(element) ? each : undefined;
  }

  /** Does something for each of the elements from an address on. */
  #each(start: Part, byteLength: Part, size: number, own: (address: Part) => Part): Part {
    const body = own(localGet(next));
    if (flat(body).length === 0) return [];
    return [
      [start, localSet(next), localGet(next), byteLength, add, localSet(end)],
      [0x02, 0x40, 0x03, 0x40],
      [localGet(next), localGet(end), 0x46, 0x0d, 1],
      body,
      [localGet(next), constant(size), add, localSet(next), 0x0c, 0, 0x0b, 0x0b],
    ];
  }

  #record(types: readonly ValType[]): Part | undefined {
    if (!types.some((type) => this.#indices.has(type))) return undefined;
    return this.#fields(types, fields(types).offsets, localGet(at));
  }

  #fields(types: readonly ValType[], offsets: readonly number[], address: Part): Part {
    return types.map((type, index) => this.own(type, [address, constant(offsets[index] ?? 0), add]));
  }

  #cases(payloads: readonly (ValType | undefined)[]): Part {
    const { discriminant, payload } = cases(payloads);
    const word = this.#word(discriminant);
    const owned = payloads.map((type, index) => {
      const isOwn = type !== undefined && this.#indices.has(type);
      if (!isOwn) return [];
      return [word, constant(index), 0x46, whenever(this.own(type, [localGet(at), constant(payload), add]))];
    });
    return [word, constant(payloads.length), 0x4f, trapIf, owned];
  }
}

function load4(): Part {
  return [localGet(at), load(0)];
}
