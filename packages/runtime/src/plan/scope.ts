import { compileErrorAt } from '../errors/compile-error.js';
import type { CoreModuleType } from '../types/item-type.js';
import type { DefinedType, ItemType } from './items.js';

/** One index space. */
export class IndexSpace<T> {
  readonly #what: string;
  readonly #elements: T[] = [];

  constructor(what: string) {
    this.#what = what;
  }

  get size(): number {
    return this.#elements.length;
  }

  push(element: T): void {
    this.#elements.push(element);
  }

  /** @throws {CompileError} if nothing has this index yet. */
  get(index: number, offset: number): T {
    const element = this.#elements[index];
    if (element === undefined) {
      const message = `there is no ${this.#what} ${index}: ${this.size} are defined so far`;
      throw compileErrorAt('unknown-index', offset, message);
    }
    return element;
  }
}

/** A core type: a module's, or a function's, which only module types refer to. */
export type CoreType =
  | CoreModuleType
  | { readonly kind: 'func'; readonly params: readonly string[]; readonly results: readonly string[] };

/** Where type definitions are looked up: a component, or the inside of a component type or instance type. */
export interface TypeScope {
  readonly outer: TypeScope | undefined;
  readonly types: IndexSpace<DefinedType>;
  readonly coreTypes: IndexSpace<CoreType>;
  readonly instances: IndexSpace<{ readonly exports: ReadonlyMap<string, ItemType> }>;
}

/** The scope `count` scopes further out; 0 is `scope` itself. */
export function outerScope<Scope extends { readonly outer: Scope | undefined }>(
  scope: Scope,
  count: number,
  offset: number,
): Scope {
  let target: Scope | undefined = scope;
  for (let i = 0; i < count && target !== undefined; i++) target = target.outer;
  if (target === undefined) {
    throw compileErrorAt(
      'unknown-scope',
      offset,
      `an outer alias leads ${count} scopes out, further than there are`,
    );
  }
  return target;
}

/** An export of an instance, which must be of the given sort. */
export function exportOf<T extends { readonly sort: string }, S extends T['sort']>(
  exports: ReadonlyMap<string, T>,
  name: string,
  sort: S,
  offset: number,
): Extract<T, { readonly sort: S }> {
  const item = exports.get(name);
  if (item !== undefined && hasSort(item, sort)) return item;
  const found = item === undefined ? 'it has no such export' : `that is a ${item.sort}`;
  throw compileErrorAt(
    'unknown-export',
    offset,
    `an instance should export a ${sort} \`${name}\`, but ${found}`,
  );
}

function hasSort<T extends { readonly sort: string }, S extends T['sort']>(
  item: T,
  sort: S,
): item is Extract<T, { readonly sort: S }> {
  return item.sort === sort;
}
