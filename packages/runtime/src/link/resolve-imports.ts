import type { Component } from '../component/component.js';
import type { Problem } from '../errors/problem.js';
import type { ImportEntry } from '../plan/plan.js';
import { at } from '../plan/type-table.js';
import { TypeComparison } from '../types/compare.js';
import type { FuncType } from '../types/item-type.js';
import { describeFunc } from '../types/print.js';
import { ResourcePairs } from '../types/resource-pairs.js';
import { coreModuleProblems } from './core-module-problems.js';
import type { HostFunction, HostResourceType } from './host-items.js';
import type { LinkerInstance } from './linker-instance.js';
import { incompatibleVersion, typeMismatch } from './problems.js';

/** Everything that a component imports, found: by the numbers that its plan gives. */
export interface ResolvedImports {
  readonly funcs: ReadonlyMap<number, ResolvedFunc>;
  readonly modules: ReadonlyMap<number, WebAssembly.Module>;
  /** By the place of the resource in the plan. */
  readonly resources: ReadonlyMap<number, HostResourceType>;
}

export interface ResolvedFunc {
  readonly name: string;
  readonly func: HostFunction;
}

/** Finds what a component imports, and checks the types that whoever defined it expects. */
export class ImportResolution implements ResolvedImports {
  readonly funcs = new Map<number, ResolvedFunc>();
  readonly modules = new Map<number, WebAssembly.Module>();
  readonly resources = new Map<number, HostResourceType>();
  /** Every import that nothing is provided for, or something that does not fit. */
  readonly problems: Problem[] = [];
  readonly #component: Component;
  readonly #pairs = new ResourcePairs();
  readonly #comparison = new TypeComparison(this.#pairs.same);

  constructor(component: Component, root: LinkerInstance) {
    this.#component = component;
    for (const entry of component.plan.imports) this.#resolve(entry, root, `import ${entry.name}`);
  }

  #resolve(entry: ImportEntry, linker: LinkerInstance, where: string): void {
    switch (entry.kind) {
      case 'func':
        return this.#resolveFunc(entry, linker, where);
      case 'resource':
        return this.#resolveResource(entry, linker, where);
      case 'module':
        return this.#resolveModule(entry, linker, where);
      case 'instance': {
        const definition = linker.lookup(entry.name);
        if (definition?.kind !== 'instance') return this.#resolveMissing(entry, linker, where);
        for (const item of entry.items) this.#resolve(item, definition.instance, `${where}#${item.name}`);
        return;
      }
      case 'type':
      case 'resource-alias':
      // A name for a type that is known needs nothing from the host.
    }
  }

  #resolveFunc(
    entry: Extract<ImportEntry, { readonly kind: 'func' }>,
    linker: LinkerInstance,
    where: string,
  ): void {
    const found = at(this.#component.types.funcTypes, entry.type);
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'func') return this.#missing(where, describeFunc(found));
    this.#checkFunc(definition.type, found, where);
    this.funcs.set(entry.import, { name: entry.name, func: definition.func });
  }

  #checkFunc(expected: FuncType | undefined, found: FuncType, where: string): void {
    if (expected === undefined || this.#comparison.equalFuncs(expected, found)) return;
    this.problems.push(typeMismatch('import-type', where, expected, found));
  }

  #resolveResource(
    entry: Extract<ImportEntry, { readonly kind: 'resource' }>,
    linker: LinkerInstance,
    where: string,
  ): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'resource') return this.#missing(where, 'a resource');
    const found = at(this.#component.types.resources, entry.resource);
    if (definition.type !== undefined && !this.#pairs.pair(definition.type, found)) {
      this.problems.push({ code: 'import-type', where, message: 'this is another resource' });
    }
    this.resources.set(entry.resource, definition.resource);
  }

  #resolveModule(
    entry: Extract<ImportEntry, { readonly kind: 'module' }>,
    linker: LinkerInstance,
    where: string,
  ): void {
    const definition = linker.lookup(entry.name);
    if (definition?.kind !== 'module') return this.#missing(where, 'a core module');
    for (const problem of coreModuleProblems(entry.type, definition.module, where))
      this.problems.push(problem);
    this.modules.set(entry.import, definition.module);
  }

  /** An instance that holds nothing but types needs nothing from the host. */
  #resolveMissing(
    entry: Extract<ImportEntry, { readonly kind: 'instance' }>,
    linker: LinkerInstance,
    where: string,
  ): void {
    const needed = entry.items
      .filter(({ kind }) => kind !== 'type' && kind !== 'resource-alias')
      .map(({ name }) => name);
    if (needed.length === 0) return;
    const hint = incompatibleVersion(entry.name, linker.names());
    this.#missing(where, `an instance with ${needed.join(', ')}`, hint);
  }

  #missing(where: string, needed: string, hint = ''): void {
    this.problems.push({
      code: 'import-missing',
      where,
      message: `nothing is provided, ${needed} is needed${hint}`,
    });
  }
}
