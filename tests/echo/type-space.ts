import type { ValType } from '@wit-bindgen-ts/runtime';
import {
  borrow,
  enumeration,
  flags,
  func,
  importOf,
  imports,
  list,
  name,
  option,
  own,
  record,
  subResource,
  tuple,
  typeEq,
  typeIndex,
  types,
  u32,
  vec,
  type Part,
} from '../harness/component-binary.js';
import { token, typeNames, typesInOrder, type EchoFunction } from './echo-world.js';

/** The opcodes of the types that need no definition. */
const primitives: Readonly<Partial<Record<ValType['kind'], number>>> = {
  bool: 0x7f,
  s8: 0x7e,
  u8: 0x7d,
  s16: 0x7c,
  u16: 0x7b,
  s32: 0x7a,
  u32: 0x79,
  s64: 0x78,
  u64: 0x77,
  f32: 0x76,
  f64: 0x75,
  char: 0x74,
  string: 0x73,
};

/** A type that a component imports by name, as an instantiation of the component is to give it. */
export interface NamedIndex {
  readonly name: string;
  readonly index: number;
}

/** The types of a component, written from its beginning on: those that must have a name are imported by it. */
export class TypeSpace {
  readonly sections: Part[] = [];
  /** What the component imports, in order. */
  readonly named: readonly NamedIndex[];
  /** The resource of the host's. */
  readonly resource: number;
  /** The type of each function, by index. */
  readonly functions: readonly number[];
  readonly #references = new Map<ValType, Part>();
  readonly #definitions: Part[] = [];
  #size = 0;

  constructor(functions: readonly EchoFunction[]) {
    const named: NamedIndex[] = [];
    const names = typeNames(functions);
    this.resource = this.#import(token.name, subResource);
    named.push({ name: token.name, index: this.resource });
    for (const type of typesInOrder(functions)) {
      if (primitives[type.kind] !== undefined) continue;
      let index = this.#define(this.#definition(type));
      const label = names.get(type);
      if (label !== undefined) {
        index = this.#import(label, typeEq(index));
        named.push({ name: label, index });
      }
      this.#references.set(type, typeIndex(index));
    }
    this.functions = functions.map((one) => this.#define(this.#functionType(one)));
    this.#flush();
    this.named = named;
  }

  /** How many types the component has. */
  get size(): number {
    return this.#size;
  }

  #functionType({ params, result }: EchoFunction): Part {
    const typed = params.map(({ name: label, type }) => [label, this.#reference(type)] as const);
    return result === undefined ? func(typed) : func(typed, this.#reference(result));
  }

  #define(definition: Part): number {
    this.#definitions.push(definition);
    return this.#size++;
  }

  #import(label: string, type: Part): number {
    this.#flush();
    this.sections.push(imports([importOf(label, type)]));
    return this.#size++;
  }

  #flush(): void {
    if (this.#definitions.length === 0) return;
    this.sections.push(types(this.#definitions));
    this.#definitions.length = 0;
  }

  #reference(type: ValType): Part {
    const reference = primitives[type.kind] ?? this.#references.get(type);
    if (reference === undefined) throw new Error(`a type of kind ${type.kind} is used before it is defined`);
    return reference;
  }

  #optional(type: ValType | undefined): Part {
    return type === undefined ? 0 : [1, this.#reference(type)];
  }

  #definition(type: ValType): Part {
    switch (type.kind) {
      case 'record':
        return record(type.fields.map((field) => [field.name, this.#reference(field.type)]));
      case 'variant':
        return [0x71, vec(type.cases.map((one) => [name(one.name), this.#optional(one.type), 0]))];
      case 'list': {
        const element = this.#reference(type.element);
        return type.length === undefined ? list(element) : [0x67, element, u32(type.length)];
      }
      case 'map':
        return [0x63, this.#reference(type.key), this.#reference(type.value)];
      case 'tuple':
        return tuple(type.types.map((part) => this.#reference(part)));
      case 'flags':
        return flags(type.names);
      case 'enum':
        return enumeration(type.names);
      case 'option':
        return option(this.#reference(type.some));
      case 'result':
        return [0x6a, this.#optional(type.ok), this.#optional(type.err)];
      case 'own':
        return own(this.resource);
      case 'borrow':
        return borrow(this.resource);
      default:
        throw new Error(`an echo guest passes on no ${type.kind}`);
    }
  }
}
