import { TypeComparison, within } from '../types/compare.js';
import type {
  ComponentItem,
  ComponentType,
  CoreModuleType,
  InstanceType,
  TypeItem,
} from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import { coreModuleMismatch } from './core/core-subtyping.js';
import type { Validation } from './scope.js';
import { factsOf } from './types/type-facts.js';

/** Why something cannot stand where something else is expected. */
export interface Mismatch {
  readonly kind: 'missing-export' | 'type';
  /** What differs first, in words: `export \`f\`: function parameter \`x\`: expected u32, found string`. */
  readonly message: string;
}

/**
 * Checks that one thing can stand where another is expected: it may export more and import less. Resource types that the
 * expected type declares are bound to those that are found where it declares them.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Subtyping.md
 */
export class Subtyping {
  readonly #outer: Subtyping | undefined;
  readonly #validation: Validation;
  readonly #offset: number;
  readonly #visit: () => void;
  /** The resource types that are bound where they are found first. */
  readonly #declared: ReadonlySet<ResourceType>;
  readonly #bound = new Map<ResourceType, ResourceType>();
  readonly #types: TypeComparison;
  readonly #matching = new Map<InstanceType | ComponentType, Set<InstanceType | ComponentType>>();

  /** @param offset - of what asks for the types to be compared */
  constructor(
    validation: Validation,
    offset: number,
    declared: Iterable<ResourceType> = [],
    outer?: Subtyping,
  ) {
    this.#validation = validation;
    this.#offset = offset;
    this.#visit = validation.work.visitor(offset);
    this.#declared = new Set(declared);
    this.#outer = outer;
    this.#types = new TypeComparison(this.#same, this.#visit);
  }

  /** The resource type that one stands for. */
  readonly resolve = (resource: ResourceType): ResourceType =>
    this.#bound.get(resource) ?? this.#outer?.resolve(resource) ?? resource;

  /** Why `found` cannot stand where `expected` is asked for; nothing if it can. */
  mismatch(expected: ComponentItem, found: ComponentItem): Mismatch | undefined {
    this.#visit();
    switch (expected.kind) {
      case 'resource':
        if (found.kind === 'resource') return this.#resource(expected, found);
        break;
      case 'type':
        if (found.kind === 'type') return this.#type(expected.type, found.type);
        break;
      case 'func':
        if (found.kind !== 'func') break;
        return expected === found ? undefined : ofType(this.#types.funcDifference(expected, found));
      case 'value':
        if (found.kind === 'value') return ofType(this.#types.difference(expected.type, found.type));
        break;
      case 'module':
        if (found.kind === 'module') return this.#module(expected, found);
        break;
      case 'instance':
        if (found.kind === 'instance')
          return this.#once(expected, found, () => this.#exports(expected.exports, found.exports));
        break;
      case 'component':
        if (found.kind === 'component')
          return this.#once(expected, found, () => this.#component(expected, found));
        break;
    }
    return ofType(`expected ${aKind(expected)}, found ${aKind(found)}`);
  }

  readonly #same = (expected: ResourceType, found: ResourceType): boolean =>
    this.resolve(expected) === this.resolve(found);

  #resource(expected: ResourceType, found: ResourceType): Mismatch | undefined {
    if (this.#declared.has(expected) && !this.#bound.has(expected)) {
      this.#bound.set(expected, this.resolve(found));
      return undefined;
    }
    return this.#same(expected, found) ? undefined : ofType('resource types are not the same');
  }

  #type(expected: TypeItem['type'], found: TypeItem['type']): Mismatch | undefined {
    if (isItemType(expected)) {
      if (expected.kind === found.kind) return this.mismatch(expected, found);
    } else if (!isItemType(found)) {
      return ofType(this.#types.difference(expected, found));
    }
    return ofType(`expected ${aTypeOf(expected)}, found ${aTypeOf(found)}`);
  }

  #module(expected: CoreModuleType, found: CoreModuleType): Mismatch | undefined {
    const { work, coreTypes } = this.#validation;
    work.spend(factsOf(expected).size + factsOf(found).size, this.#offset);
    return ofType(coreModuleMismatch(expected, found, coreTypes));
  }

  #exports(
    expected: ReadonlyMap<string, ComponentItem>,
    found: ReadonlyMap<string, ComponentItem>,
  ): Mismatch | undefined {
    for (const [name, item] of expected) {
      const other = found.get(name);
      if (other === undefined) return { kind: 'missing-export', message: `there is no export \`${name}\`` };
      const mismatch = this.mismatch(item, other);
      if (mismatch !== undefined) return at(`export \`${name}\``, mismatch);
    }
    return undefined;
  }

  /**
   * What is imported by the component that is found is given what the expected one imports; what it exports then, what
   * the expected one does.
   */
  #component(expected: ComponentType, found: ComponentType): Mismatch | undefined {
    const declared = [...(found.resources?.imported ?? []), ...(expected.resources?.exported ?? [])];
    const inner = new Subtyping(this.#validation, this.#offset, declared, this);
    for (const [name, item] of found.imports) {
      const given = expected.imports.get(name);
      if (given === undefined) return ofType(`it imports \`${name}\`, which nothing is given for`);
      const mismatch = inner.mismatch(item, given);
      if (mismatch !== undefined) return at(`import \`${name}\``, mismatch);
    }
    return inner.#exports(expected.exports, found.exports);
  }

  /** Compares each pair once; one of which both are the same, never. */
  #once<T extends InstanceType | ComponentType>(
    expected: T,
    found: T,
    compare: () => Mismatch | undefined,
  ): Mismatch | undefined {
    if (expected === found) return undefined;
    let matching = this.#matching.get(expected);
    if (matching?.has(found)) return undefined;
    const mismatch = compare();
    if (mismatch !== undefined) return mismatch;
    if (matching === undefined) this.#matching.set(expected, (matching = new Set()));
    matching.add(found);
    return undefined;
  }
}

function ofType(message: string | undefined): Mismatch | undefined {
  return message === undefined ? undefined : { kind: 'type', message };
}

function at(where: string, { kind, message }: Mismatch): Mismatch {
  return { kind, message: within(where, message) ?? message };
}

function isItemType(type: TypeItem['type']): type is Extract<ComponentItem, TypeItem['type']> {
  return type.kind === 'func' || type.kind === 'instance' || type.kind === 'component';
}

const kinds: Readonly<Record<ComponentItem['kind'], string>> = {
  func: 'a function',
  instance: 'an instance',
  component: 'a component',
  module: 'a core module',
  resource: 'a resource',
  type: 'a type',
  value: 'a value',
};

/** What something is called in messages: `an instance`. */
export function aKind({ kind }: ComponentItem): string {
  return kinds[kind];
}

function aTypeOf(type: TypeItem['type']): string {
  return isItemType(type) ? `the type of ${aKind(type)}` : type.kind;
}
