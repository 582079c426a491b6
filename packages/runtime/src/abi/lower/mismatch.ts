import type { ValType } from '../../types/val-type.js';
import { describeType } from '../../types/print.js';
import { lengthOf, typedArrayName } from './array-like.js';

/** The most characters of a type, and of a string, that are shown in a message. */
const shownTypeLength = 120;
const shownStringLength = 40;
/** The most names that are listed in a message. */
const shownNames = 12;

/** What is wrong with a value, and where: the path grows outwards from the part that does not fit. */
export class Mismatch {
  readonly #problem: string;
  #path = '';

  constructor(problem: string) {
    this.#problem = problem;
  }

  /** The same mismatch, seen from the value around it. The segment is `.field` or `[index]`. */
  within(segment: string): this {
    this.#path = segment + this.#path;
    return this;
  }

  /** `cart.add: item.id: 4294967296 is not a u32` */
  describe(func: string, root: string): string {
    return `${func}: ${root}${this.#path}: ${this.#problem}`;
  }
}

/** `"x" is not a u32` */
export function notOfType(value: unknown, type: ValType): Mismatch {
  const hint = isBigintType(type) && typeof value === 'number' ? ', which is a bigint' : '';
  return new Mismatch(`${describeValue(value)} is not ${withArticle(type)}${hint}`);
}

export function missing(type: ValType): Mismatch {
  return new Mismatch(`missing, expected ${withArticle(type)}`);
}

/** `"blue" is not one of red, green` */
export function notOneOf(value: unknown, names: readonly string[]): Mismatch {
  const shown = names.length > shownNames ? [...names.slice(0, shownNames), '…'] : names;
  return new Mismatch(`${describeValue(value)} is not one of ${shown.join(', ')}`);
}

/** A value in a few words. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
    case 'function':
      return `a ${typeof value}`;
    case 'number':
      return Object.is(value, -0) ? '-0' : `${value}`;
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

function quoted(text: string): string {
  return text.length <= shownStringLength
    ? JSON.stringify(text)
    : `${JSON.stringify(text.slice(0, shownStringLength))}…`;
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const name = typedArrayName(value);
  if (name === undefined) return 'an object';
  return `${name.startsWith('I') ? 'an' : 'a'} ${name} of ${lengthOf(value)}`;
}

function isBigintType({ kind }: ValType): boolean {
  return kind === 's64' || kind === 'u64';
}

/** `a u32`, `an s8`, `a list<string>`, `an enum { red, green }` */
function withArticle(type: ValType): string {
  const text = describeType(type, shownTypeLength);
  return `${/^([aeio]|s\d|f\d)/.test(text) ? 'an' : 'a'} ${text}`;
}
