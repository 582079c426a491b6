import type { ValType } from '@wit-bindgen-ts/runtime';
import { flat, type Part } from '../harness/component-binary.js';
import { body, call, constant, i32, load, loadWord, localGet, localSet, whenever } from './core-code.js';
import { cases, fields, spaceOf, type Space } from './core-shape.js';

/** The address that a function is given, and its two locals. */
const [at, next, end] = [0, 1, 2];

/** The address of the value that a function is for. */
export const address: Part = localGet(at);

/** What is done with the values on the way: code for the value at `address`. */
export interface Visitor {
  /** With a value that has no parts. */
  leaf(type: ValType): Part;
  /** With the pointer and length of a list, before its elements are gone through. */
  range(element: Space): Part;
  /** With the discriminant of a variant, before its payload. */
  discriminant(word: Part, cases: number): Part;
}

/** Core functions that go through the values in memory by the layout of `core-shape.ts`: one for each type that needs it. */
export class MemoryWalk {
  readonly #visitor: Visitor;
  readonly #bodies: Part[] = [];
  readonly #indices = new Map<ValType, number>();

  /**
   * @param types - each after those that it is made of
   * @param first - the index of the first of the functions
   */
  constructor(types: readonly ValType[], first: number, visitor: Visitor) {
    this.#visitor = visitor;
    for (const type of types) {
      const code = flat(this.#code(type));
      if (code.length === 0) continue;
      this.#indices.set(type, first + this.#bodies.length);
      this.#bodies.push(body(2, code));
    }
  }

  /** The functions: each is given an address. */
  get bodies(): readonly Part[] {
    return this.#bodies;
  }

  /** Goes through the value at an address. */
  visit(type: ValType, where: Part): Part {
    const index = this.#indices.get(type);
    return index === undefined ? [] : [where, call(index)];
  }

  #code(type: ValType): Part {
    switch (type.kind) {
      case 'list':
        return type.length === undefined
          ? this.#list(spaceOf(type.element), (where) => this.visit(type.element, where))
          : this.#repeated(type.element, type.length);
      case 'map': {
        const entry = [type.key, type.value];
        return this.#list(fields(entry), (where) => this.#fields(entry, where));
      }
      case 'record':
        return this.#fields(
          type.fields.map((field) => field.type),
          address,
        );
      case 'tuple':
        return this.#fields(type.types, address);
      case 'enum':
        return this.#cases(type.names.map(() => undefined));
      case 'variant':
        return this.#cases(type.cases.map((one) => one.type));
      case 'option':
        return this.#cases([undefined, type.some]);
      case 'result':
        return this.#cases([type.ok, type.err]);
      default:
        return this.#visitor.leaf(type);
    }
  }

  #list(element: Space, visit: (where: Part) => Part): Part {
    const byteLength: Part = [address, load(4), constant(element.size), i32.multiply];
    return [this.#visitor.range(element), each([address, load()], byteLength, element.size, visit)];
  }

  #repeated(element: ValType, length: number): Part {
    const { size } = spaceOf(element);
    return each(address, constant(size * length), size, (where) => this.visit(element, where));
  }

  #fields(types: readonly ValType[], where: Part): Part {
    const { offsets } = fields(types);
    return types.map((type, index) => this.visit(type, [where, constant(offsets[index] ?? 0), i32.add]));
  }

  #cases(payloads: readonly (ValType | undefined)[]): Part {
    const { discriminant, payload } = cases(payloads);
    const word: Part = [address, loadWord(discriminant)];
    return [
      this.#visitor.discriminant(word, payloads.length),
      payloads.map((type, index) => {
        const visited = type === undefined ? [] : this.visit(type, [address, constant(payload), i32.add]);
        return isEmpty(visited) ? [] : [word, constant(index), i32.equal, whenever(visited)];
      }),
    ];
  }
}

/** Does something with each element from an address on. */
function each(start: Part, byteLength: Part, size: number, visit: (where: Part) => Part): Part {
  const visited = visit(localGet(next));
  if (isEmpty(visited)) return [];
  const isAtEnd: Part = [localGet(next), localGet(end), i32.equal];
  return [
    [start, localSet(next), localGet(next), byteLength, i32.add, localSet(end)],
    // A block around a loop: the one is left at the end, and the other begun anew after each element.
    [0x02, 0x40, 0x03, 0x40],
    [isAtEnd, 0x0d, 1],
    visited,
    [localGet(next), constant(size), i32.add, localSet(next), 0x0c, 0],
    [0x0b, 0x0b],
  ];
}

function isEmpty(code: Part): boolean {
  return flat(code).length === 0;
}
