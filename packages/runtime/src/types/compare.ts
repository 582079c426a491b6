import type { FuncType } from './item-type.js';
import type { Case, Labelled, ResourceType, ResultType, ValType } from './val-type.js';

/** Says whether an expected resource type is the one that was found. */
export type SameResource = (expected: ResourceType, found: ResourceType) => boolean;

/** What differs first, in words: `record field \`x\`: expected u32, found string`. */
export type Difference = string;

/**
 * Compares expected types with found ones by structure. Each pair of types is compared once, so that the cost follows
 * the number of types and never their expansion.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#type-checking
 */
export class TypeComparison {
  readonly #sameResource: SameResource;
  readonly #visit: () => void;
  readonly #equal = new Map<ValType, Set<ValType>>();

  /** @param visit - called for each pair of types that is compared, so that the work can be bounded */
  constructor(sameResource: SameResource, visit: () => void = () => undefined) {
    this.#sameResource = sameResource;
    this.#visit = visit;
  }

  equalFuncs(expected: FuncType, found: FuncType): boolean {
    return this.funcDifference(expected, found) === undefined;
  }

  equal(expected: ValType, found: ValType): boolean {
    return this.difference(expected, found) === undefined;
  }

  /** What differs first between two function types; nothing if they are equal. */
  funcDifference(expected: FuncType, found: FuncType): Difference | undefined {
    if (expected.async !== found.async) {
      return `expected ${asyncOrNot(expected)}, found ${asyncOrNot(found)}`;
    }
    const params = this.#labelled('parameter', 'function parameter', expected.params, found.params);
    if (params !== undefined) return params;
    if (expected.result === undefined) return found.result && 'expected no result, found one';
    if (found.result === undefined) return 'expected a result, found none';
    return within('result', this.difference(expected.result, found.result));
  }

  /** What differs first between two value types; nothing if they are equal. */
  difference(expected: ValType, found: ValType): Difference | undefined {
    if (expected.kind !== found.kind) return `expected ${expected.kind}, found ${found.kind}`;
    let equals = this.#equal.get(expected);
    if (equals?.has(found)) return undefined;
    this.#visit();
    const difference = this.#structure(expected, found);
    if (difference !== undefined) return difference;
    if (equals === undefined) this.#equal.set(expected, (equals = new Set()));
    equals.add(found);
    return undefined;
  }

  /** `found` is of the same kind, which each case asks again so that the compiler knows. */
  #structure(expected: ValType, found: ValType): Difference | undefined {
    switch (expected.kind) {
      case 'record':
        if (found.kind !== 'record') return undefined;
        return this.#labelled('field', 'record field', expected.fields, found.fields);
      case 'variant':
        if (found.kind !== 'variant') return undefined;
        return this.#cases(expected.cases, found.cases);
      case 'list':
        if (found.kind !== 'list') return undefined;
        if (expected.length !== found.length) {
          return `expected ${listOf(expected.length)}, found ${listOf(found.length)}`;
        }
        return within('list element', this.difference(expected.element, found.element));
      case 'map':
        if (found.kind !== 'map') return undefined;
        return (
          within('map key', this.difference(expected.key, found.key)) ??
          within('map value', this.difference(expected.value, found.value))
        );
      case 'tuple':
        return found.kind === 'tuple' ? this.#tuple(expected.types, found.types) : undefined;
      case 'flags':
      case 'enum':
        return 'names' in found ? differentNames(expected.kind, expected.names, found.names) : undefined;
      case 'option':
        if (found.kind !== 'option') return undefined;
        return within('option', this.difference(expected.some, found.some));
      case 'result':
        return found.kind === 'result' ? this.#result(expected, found) : undefined;
      case 'own':
      case 'borrow':
        if (!('resource' in found) || this.#sameResource(expected.resource, found.resource)) return undefined;
        return 'resource types are not the same';
      case 'stream':
      case 'future':
        if (!(found.kind === 'stream' || found.kind === 'future')) return undefined;
        return this.#payload(expected.kind, expected.element, found.element);
      default:
        return undefined;
    }
  }

  #labelled(
    noun: string,
    where: string,
    expected: readonly Labelled[],
    found: readonly Labelled[],
  ): Difference | undefined {
    if (expected.length !== found.length) return differentCounts(`${noun}s`, expected, found);
    for (const [i, { name, type }] of expected.entries()) {
      const member = found[i];
      if (member === undefined) continue;
      if (member.name !== name) return `expected ${noun} \`${name}\`, found \`${member.name}\``;
      const difference = this.difference(type, member.type);
      if (difference !== undefined) return within(`${where} \`${name}\``, difference);
    }
    return undefined;
  }

  #cases(expected: readonly Case[], found: readonly Case[]): Difference | undefined {
    if (expected.length !== found.length) return differentCounts('cases', expected, found);
    for (const [i, { name, type }] of expected.entries()) {
      const case_ = found[i];
      if (case_ === undefined) continue;
      if (case_.name !== name) return `expected case \`${name}\`, found \`${case_.name}\``;
      const difference = this.#payload(`case \`${name}\``, type, case_.type);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  #tuple(expected: readonly ValType[], found: readonly ValType[]): Difference | undefined {
    if (expected.length !== found.length) return differentCounts('types', expected, found);
    for (const [i, type] of expected.entries()) {
      const other = found[i];
      const difference = other === undefined ? undefined : this.difference(type, other);
      if (difference !== undefined) return within(`tuple field ${i}`, difference);
    }
    return undefined;
  }

  #result(expected: ResultType, found: ResultType): Difference | undefined {
    return this.#payload('ok', expected.ok, found.ok) ?? this.#payload('err', expected.err, found.err);
  }

  /** Compares what a case, a stream or a future can do without. */
  #payload(what: string, expected: ValType | undefined, found: ValType | undefined): Difference | undefined {
    if (expected === undefined) return found && `expected ${what} to have no type, found ${found.kind}`;
    if (found === undefined) return `expected ${what} to have a type, found none`;
    return within(what, this.difference(expected, found));
  }
}

/** Says where a difference is. */
export function within(where: string, difference: Difference | undefined): Difference | undefined {
  return difference === undefined ? undefined : `${where}: ${difference}`;
}

function asyncOrNot({ async }: FuncType): string {
  return async ? 'an async function' : 'a function that is not async';
}

function listOf(length: number | undefined): string {
  return length === undefined ? 'a list of any length' : `a list of length ${length}`;
}

function differentCounts(nouns: string, expected: readonly unknown[], found: readonly unknown[]): Difference {
  return `expected ${expected.length} ${nouns}, found ${found.length}`;
}

function differentNames(
  kind: 'flags' | 'enum',
  expected: readonly string[],
  found: readonly string[],
): Difference | undefined {
  const noun = kind === 'flags' ? 'flag' : 'case';
  if (expected.length !== found.length) return differentCounts(`${noun}s`, expected, found);
  const i = expected.findIndex((name, at) => name !== found[at]);
  return i === -1 ? undefined : `expected ${noun} \`${expected[i]}\`, found \`${found[i]}\``;
}
