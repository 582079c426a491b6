import type { FuncType } from './item-type.js';
import type { Labelled, ResourceType, ValType } from './val-type.js';

/** Says whether an expected resource type is the one that was found. */
export type SameResource = (expected: ResourceType, found: ResourceType) => boolean;

/**
 * Compares expected types with found ones by structure. Each pair of types is compared once, so that the cost follows
 * the number of types and never their expansion.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#type-checking
 */
export class TypeComparison {
  readonly #sameResource: SameResource;
  readonly #equal = new Map<ValType, Set<ValType>>();

  constructor(sameResource: SameResource) {
    this.#sameResource = sameResource;
  }

  equalFuncs(expected: FuncType, found: FuncType): boolean {
    return (
      expected.async === found.async &&
      this.#equalLabelled(expected.params, found.params) &&
      this.#equalOptional(expected.result, found.result)
    );
  }

  equal(expected: ValType, found: ValType): boolean {
    if (expected.kind !== found.kind) return false;
    let equals = this.#equal.get(expected);
    if (equals?.has(found)) return true;
    if (!this.#equalStructure(expected, found)) return false;
    if (equals === undefined) this.#equal.set(expected, (equals = new Set()));
    equals.add(found);
    return true;
  }

  #equalStructure(expected: ValType, found: ValType): boolean {
    switch (expected.kind) {
      case 'record':
        return found.kind === 'record' && this.#equalLabelled(expected.fields, found.fields);
      case 'variant':
        return (
          found.kind === 'variant' &&
          sameNames(expected.cases, found.cases) &&
          expected.cases.every((case_, i) => this.#equalOptional(case_.type, found.cases[i]?.type))
        );
      case 'list':
        return (
          found.kind === 'list' &&
          expected.length === found.length &&
          this.equal(expected.element, found.element)
        );
      case 'map':
        return (
          found.kind === 'map' &&
          this.equal(expected.key, found.key) &&
          this.equal(expected.value, found.value)
        );
      case 'tuple':
        return found.kind === 'tuple' && this.#equalAll(expected.types, found.types);
      case 'flags':
      case 'enum':
        return (
          'names' in found &&
          expected.names.length === found.names.length &&
          expected.names.every((name, i) => name === found.names[i])
        );
      case 'option':
        return found.kind === 'option' && this.equal(expected.some, found.some);
      case 'result':
        return (
          found.kind === 'result' &&
          this.#equalOptional(expected.ok, found.ok) &&
          this.#equalOptional(expected.err, found.err)
        );
      case 'own':
      case 'borrow':
        return 'resource' in found && this.#sameResource(expected.resource, found.resource);
      case 'stream':
      case 'future':
        return (
          (found.kind === 'stream' || found.kind === 'future') &&
          this.#equalOptional(expected.element, found.element)
        );
      default:
        return true;
    }
  }

  #equalOptional(expected: ValType | undefined, found: ValType | undefined): boolean {
    if (expected === undefined || found === undefined) return expected === found;
    return this.equal(expected, found);
  }

  #equalAll(expected: readonly ValType[], found: readonly ValType[]): boolean {
    return (
      expected.length === found.length && expected.every((type, i) => this.#equalOptional(type, found[i]))
    );
  }

  #equalLabelled(expected: readonly Labelled[], found: readonly Labelled[]): boolean {
    return (
      sameNames(expected, found) && expected.every(({ type }, i) => this.#equalOptional(type, found[i]?.type))
    );
  }
}

function sameNames(
  expected: readonly { readonly name: string }[],
  found: readonly { readonly name: string }[],
): boolean {
  return expected.length === found.length && expected.every(({ name }, i) => name === found[i]?.name);
}
