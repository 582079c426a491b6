import type { Func, TypeId } from '@wit-bindgen-ts/wit-parser';
import { reservedWords } from '../wit/reserved-words.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { BindgenOptions, FunctionPatterns } from './bindgen-options.js';
import { functionSpellings, interfaceSpellings, resourceSpellings } from './item-spellings.js';

/** What is chosen for one function. */
export interface FuncChoices {
  /** A `result` is returned as a value. */
  readonly resultAsValue: boolean;
  readonly promised: boolean;
  readonly trappable: boolean;
}

/** A class of the host's that implements a resource. */
export interface HostClass {
  readonly module: string;
  readonly name: string;
}

/** The choices for each item, which has its place in an interface, or in the world if there is no key. */
export class ChosenOptions {
  readonly #lookup: WitLookup;
  readonly #options: BindgenOptions;

  constructor(lookup: WitLookup, options: BindgenOptions) {
    this.#lookup = lookup;
    this.#options = options;
  }

  ofFunc(direction: 'import' | 'export', key: string | undefined, func: Func): FuncChoices {
    const { results, trappable, async: promised } = this.#options;
    const isChosen = (patterns: FunctionPatterns | undefined): boolean =>
      patterns !== undefined && (patterns === true || this.#matches(patterns, key, func));
    const isImport = direction === 'import';
    return {
      resultAsValue: results === 'value',
      // No `new` returns a promise.
      promised:
        func.kind.kind !== 'constructor' && isChosen(isImport ? promised?.imports : promised?.exports),
      trappable: isImport && isChosen(trappable),
    };
  }

  /** The module that stands in for an imported interface. */
  moduleOf(key: string): string | undefined {
    return this.#mapped(interfaceSpellings(key));
  }

  classOf(key: string | undefined, resource: TypeId): HostClass | undefined {
    const target = this.#mapped(resourceSpellings(this.#lookup, key, resource));
    return target === undefined ? undefined : hostClassOf(target);
  }

  #matches(patterns: readonly string[], key: string | undefined, func: Func): boolean {
    const spellings = functionSpellings(this.#lookup, key, func);
    if (key !== undefined) spellings.push(...interfaceSpellings(key));
    return spellings.some((spelling) => patterns.includes(spelling));
  }

  /** The more exact spelling counts. */
  #mapped(spellings: readonly string[]): string | undefined {
    const { with: modules = {} } = this.#options;
    const spelling = spellings.find((candidate) => Object.hasOwn(modules, candidate));
    return spelling === undefined ? undefined : modules[spelling];
  }
}

const className = /^(?<module>[^#]+)#(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)$/u;

/** `./cart.js#Cart`; `undefined` for another form. */
export function hostClassOf(target: string): HostClass | undefined {
  const { module, name } = className.exec(target)?.groups ?? {};
  if (module === undefined || name === undefined || reservedWords.includes(name)) return undefined;
  return { module, name };
}
