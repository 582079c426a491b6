import { CompileError } from '../errors/compile-error.js';
import type { Problem } from '../errors/problem.js';
import type { CoreArguments, CoreDef, Initializer, Plan } from '../plan/plan.js';

/** @throws {CompileError} that says which core module the engine refused. */
export async function compileCoreModules(
  modules: readonly Uint8Array<ArrayBuffer>[],
): Promise<WebAssembly.Module[]> {
  return Promise.all(
    modules.map((bytes, index) =>
      WebAssembly.compile(bytes).catch((error: unknown) => {
        throw refusedModule(index, error);
      }),
    ),
  );
}

/** As `compileCoreModules`, without giving other work a turn. */
export function compileCoreModulesSync(modules: readonly Uint8Array<ArrayBuffer>[]): WebAssembly.Module[] {
  return modules.map((bytes, index) => {
    try {
      return new WebAssembly.Module(bytes);
    } catch (error) {
      throw refusedModule(index, error);
    }
  });
}

function refusedModule(index: number, error: unknown): unknown {
  if (!(error instanceof WebAssembly.CompileError)) return error;
  return new CompileError([{ code: 'core-module', where: `core module ${index}`, message: error.message }]);
}

/**
 * Checks that what the plan takes from core instances is there, and that core modules are given what they import.
 * Modules that are imported are checked when they are linked.
 *
 * @throws {CompileError} with all that is missing.
 */
export function checkCoreModules(plan: Plan, modules: readonly WebAssembly.Module[]): void {
  const check = new CoreCheck(modules);
  for (const initializer of plan.initializers) check.initializer(initializer);
  if (check.problems.length > 0) throw new CompileError(check.problems);
}

class CoreCheck {
  readonly problems: Problem[] = [];
  readonly #modules: readonly WebAssembly.Module[];
  /** The exports of each core instance made so far, by name; `undefined` where the module is imported. */
  readonly #instances: (ReadonlyMap<string, string> | undefined)[] = [];

  constructor(modules: readonly WebAssembly.Module[]) {
    this.#modules = modules;
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
        return this.#expect(initializer.core, 'function');
      case 'define-resource':
        if (initializer.dtor !== null) this.#expect(initializer.dtor, 'function');
    }
  }

  #instantiate({ module: ref, args }: Extract<Initializer, { readonly op: 'instantiate-module' }>): void {
    const module = ref.kind === 'static' ? this.#modules[ref.index] : undefined;
    const where = `core instance ${this.#instances.length}`;
    for (const { module: from, name, kind } of module === undefined
      ? []
      : WebAssembly.Module.imports(module)) {
      const given = args.find((arg) => arg.module === from);
      const found = given && this.#kindIn(given, name);
      if (found === 'unknown' || found === kind) continue;
      const what = `the core module imports a ${kind} \`${name}\` from \`${from}\``;
      const message =
        found === undefined ? `${what}, which it is not given` : `${what}, but is given a ${found}`;
      this.problems.push({ code: 'core-import', where, message });
    }
    const exports = module && WebAssembly.Module.exports(module);
    this.#instances.push(exports && new Map(exports.map(({ name, kind }) => [name, kind])));
  }

  #expect(core: CoreDef, kind: string): void {
    const found = this.#kindOf(core);
    if (found === 'unknown' || found === kind || core.kind === 'func') return;
    this.problems.push({
      code: 'core-export',
      where: `core instance ${core.instance}`,
      message: `it should export a ${kind} \`${core.name}\`, but ${found === undefined ? 'has no such export' : `that is a ${found}`}`,
    });
  }

  #kindIn(arg: CoreArguments, name: string): string | undefined {
    if ('instance' in arg) return this.#kindOf({ kind: 'export', instance: arg.instance, name });
    const item = arg.items.find(([itemName]) => itemName === name);
    return item && this.#kindOf(item[1]);
  }

  #kindOf(core: CoreDef): string | undefined {
    if (core.kind === 'func') return 'function';
    const exports = this.#instances[core.instance];
    return exports === undefined ? 'unknown' : exports.get(core.name);
  }
}
