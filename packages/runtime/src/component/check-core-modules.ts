import { CompileError } from '../errors/compile-error.js';
import type { Problem } from '../errors/problem.js';
import type { CoreArguments, CoreDef, ImportEntry, Initializer, Plan } from '../plan/plan.js';
import type { CoreExternKind, CoreModuleType } from '../types/item-type.js';
import { compiledModuleType, plannedModuleType } from './core-module-type.js';

/**
 * Checks that what the plan takes from core instances is there, and that core modules are given what they import.
 * Modules that are imported have the type of their import.
 *
 * @throws {CompileError} with all that is missing.
 */
export function checkCoreModules(plan: Plan, modules: readonly WebAssembly.Module[]): void {
  const types = modules.map(compiledModuleType);
  const check = new CoreCheck(types, new Map(importedModules(plan.imports)));
  for (const initializer of plan.initializers) check.initializer(initializer);
  if (check.problems.length > 0) throw new CompileError(check.problems);
}

/** The types of the modules that a component imports, by the numbers of their imports. */
function importedModules(entries: readonly ImportEntry[]): [number, CoreModuleType][] {
  return entries.flatMap((entry): [number, CoreModuleType][] => {
    if (entry.kind === 'instance') return importedModules(entry.items);
    return entry.kind === 'module' ? [[entry.import, plannedModuleType(entry.type)]] : [];
  });
}

class CoreCheck {
  readonly problems: Problem[] = [];
  readonly #modules: readonly CoreModuleType[];
  readonly #imported: ReadonlyMap<number, CoreModuleType>;
  /** The exports of each core instance made so far. */
  readonly #instances: CoreModuleType['exports'][] = [];

  constructor(modules: readonly CoreModuleType[], imported: ReadonlyMap<number, CoreModuleType>) {
    this.#modules = modules;
    this.#imported = imported;
  }

  initializer(initializer: Initializer): void {
    switch (initializer.op) {
      case 'instantiate-module':
        return this.#instantiate(initializer);
      case 'extract-memory':
        return this.#expect(initializer.core, 'memory');
      case 'extract-realloc':
      case 'extract-post-return':
      case 'lift':
        return this.#expect(initializer.core, 'func');
      case 'define-resource':
        if (initializer.dtor !== null) this.#expect(initializer.dtor, 'func');
    }
  }

  #instantiate({ module: ref, args }: Extract<Initializer, { readonly op: 'instantiate-module' }>): void {
    const module = ref.kind === 'static' ? this.#modules[ref.index] : this.#imported.get(ref.index);
    for (const arg of args) {
      for (const [, core] of 'items' in arg ? arg.items : []) this.#expect(core, undefined);
    }
    const given = new Map(args.map((arg) => [arg.module, definitionsIn(arg)]));
    for (const [from, items] of module?.imports ?? []) {
      for (const [name, kind] of items) this.#checkGiven(given.get(from)?.(name), from, name, kind);
    }
    this.#instances.push(module?.exports ?? new Map());
  }

  #checkGiven(core: CoreDef | undefined, from: string, name: string, kind: CoreExternKind): void {
    const found = core && this.#kindOf(core);
    if (found === kind) return;
    const what = `the core module imports a ${kind} \`${name}\` from \`${from}\``;
    const message =
      found === undefined ? `${what}, which it is not given` : `${what}, but is given a ${found}`;
    this.problems.push({ code: 'core-import', where: `core instance ${this.#instances.length}`, message });
  }

  /** @param kind - what it should be; `undefined` if it just has to be there */
  #expect(core: CoreDef, kind: CoreExternKind | undefined): void {
    const found = this.#kindOf(core);
    if (core.kind === 'func' || (found !== undefined && (kind ?? found) === found)) return;
    const expected = kind === undefined ? `\`${core.name}\`` : `a ${kind} \`${core.name}\``;
    const message = `it should export ${expected}, but ${found === undefined ? 'has no such export' : `that is a ${found}`}`;
    this.problems.push({ code: 'core-export', where: `core instance ${core.instance}`, message });
  }

  #kindOf(core: CoreDef): CoreExternKind | undefined {
    return core.kind === 'func' ? 'func' : this.#instances[core.instance]?.get(core.name);
  }
}

/** What a core module is given by one module name, by the names of its imports. */
function definitionsIn(arg: CoreArguments): (name: string) => CoreDef | undefined {
  if ('instance' in arg) return (name) => ({ kind: 'export', instance: arg.instance, name });
  const items = new Map(arg.items);
  return (name) => items.get(name);
}
