import type { Component } from '../component/component.js';
import type { Problem } from '../errors/problem.js';
import type { ExportEntry, ImportEntry, Initializer, Options, Plan } from '../plan/plan.js';

/** What a component does that cannot be run yet: asynchronous functions and built-ins, memories of 64 bits. */
export function unsupportedProblems({ plan }: Component): Problem[] {
  const problems = new Map<string, Problem>();
  const names = new FunctionNames(plan);
  let lifted = 0;
  for (const initializer of plan.initializers) {
    const problem = unsupported(plan, initializer, names, lifted);
    if (problem !== undefined) problems.set(`${problem.where} ${problem.message}`, problem);
    if (initializer.op === 'lift') lifted += 1;
  }
  return [...problems.values()];
}

/** @param lifted - the number that a function gets which is lifted here */
function unsupported(
  plan: Plan,
  initializer: Initializer,
  names: FunctionNames,
  lifted: number,
): Problem | undefined {
  switch (initializer.op) {
    case 'builtin': {
      const message = 'this built-in for asynchronous calls is not supported yet';
      return { code: 'unsupported-async', where: `built-in ${initializer.name}`, message };
    }
    case 'lift':
      return unsupportedFunc(plan, initializer, names.lifted(lifted));
    case 'lower-import':
      return unsupportedFunc(plan, initializer, names.imported(initializer.import));
    case 'lower-lifted':
      return unsupportedFunc(plan, initializer, names.lifted(initializer.lifted));
    default:
      return undefined;
  }
}

function unsupportedFunc(
  plan: Plan,
  { type, options }: { readonly type: number; readonly options: Options },
  where: string,
): Problem | undefined {
  if (options.async || options.callback !== null || plan.funcTypes[type]?.async === true)
    return { code: 'unsupported-async', where, message: 'asynchronous functions are not supported yet' };
  if (options.address === 'i64')
    return { code: 'unsupported-memory64', where, message: 'memories of 64 bits are not supported yet' };
  return undefined;
}

/** What functions are called where they are seen from outside. */
class FunctionNames {
  readonly #lifted = new Map<number, string>();
  readonly #imported = new Map<number, string>();

  constructor(plan: Plan) {
    this.#nameImports(plan.imports, 'import ');
    for (const initializer of plan.initializers) {
      if (initializer.op === 'instantiate-component')
        this.#nameImports(initializer.exports, 'instance export ');
    }
    const paths: string[] = [];
    for (const entry of plan.exports) paths.push(this.#nameExport(entry, paths));
  }

  lifted(index: number): string {
    return this.#lifted.get(index) ?? `lifted function ${index}`;
  }

  imported(index: number): string {
    return this.#imported.get(index) ?? `imported function ${index}`;
  }

  #nameImports(entries: readonly ImportEntry[], prefix: string): void {
    for (const entry of entries) {
      const path = `${prefix}${entry.name}`;
      if (entry.kind === 'func') this.#imported.set(entry.import, path);
      if (entry.kind === 'instance') this.#nameImports(entry.items, `${path}#`);
    }
  }

  #nameExport(entry: ExportEntry, paths: readonly string[]): string {
    const prefix = entry.parent === null ? 'export ' : `${paths[entry.parent] ?? ''}#`;
    const path = `${prefix}${entry.name}`;
    if (entry.kind === 'func' && !this.#lifted.has(entry.lifted)) this.#lifted.set(entry.lifted, path);
    return path;
  }
}
