import type { Component } from '../component/component.js';
import type { Problem } from '../errors/problem.js';
import type { ExportEntry, ImportEntry, Initializer, NamedRef, Plan } from '../plan/plan.js';

/**
 * What a component does that cannot be run: asynchronous functions and built-ins, which are not supported yet, and memories
 * with addresses of 64 bits where the engine lacks them.
 */
export function unsupportedProblems(component: Component): Problem[] {
  const { plan } = component;
  const problems = new Map<string, Problem>();
  let names: FunctionNames | undefined;
  let lifted = 0;
  for (const initializer of plan.initializers) {
    const unsupported = unsupportedPart(plan, initializer);
    if (unsupported !== undefined) {
      names ??= new FunctionNames(plan);
      const where = names.of(initializer, lifted);
      problems.set(`${where} ${unsupported.message}`, { ...unsupported, where });
    }
    if (initializer.op === 'lift') lifted += 1;
    if (initializer.op !== 'instantiate-component') continue;
    for (const [path, index] of givenComponents(initializer.args)) {
      for (const { where, ...problem } of unsupportedProblems(component.inside(index)))
        problems.set(`${path} ${where} ${problem.message}`, { ...problem, where: `${path}: ${where}` });
    }
  }
  return [...problems.values()];
}

/** The components that a component gives to one that it imports: the names that they are given by, and their places. */
function givenComponents(args: readonly NamedRef[], path = ''): [path: string, index: number][] {
  return args.flatMap(([name, item]): [string, number][] => {
    if (item.kind === 'instance') return givenComponents(item.items, `${path}${name}#`);
    if (item.kind !== 'component' || item.component.kind === 'import') return [];
    return [[`component ${path}${name}`, item.component.index]];
  });
}

function unsupportedPart(plan: Plan, initializer: Initializer): Omit<Problem, 'where'> | undefined {
  switch (initializer.op) {
    case 'builtin':
      return {
        code: 'unsupported-async',
        message: 'this built-in is not supported yet',
      };
    case 'lift':
    case 'lower-import':
    case 'lower-lifted': {
      const { async, callback, address } = initializer.options;
      if (async || callback !== null || plan.funcTypes[initializer.type]?.async === true)
        return { code: 'unsupported-async', message: 'asynchronous functions are not supported yet' };
      if (address === 'i64' && !hasMemory64())
        return { code: 'unsupported-memory64', message: 'this engine has no memories of 64 bits' };
      return undefined;
    }
    default:
      return undefined;
  }
}

/** A core module with nothing but a memory of 64 bits. */
const memory64Module = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 4, 0);
let memory64: boolean | undefined;

function hasMemory64(): boolean {
  memory64 ??= WebAssembly.validate(memory64Module);
  return memory64;
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

  /** @param lifted - the number that a function gets which is lifted here */
  of(initializer: Initializer, lifted: number): string {
    switch (initializer.op) {
      case 'builtin':
        return `built-in ${initializer.name}`;
      case 'lift':
        return this.#lifted.get(lifted) ?? `lifted function ${lifted}`;
      case 'lower-lifted':
        return this.#lifted.get(initializer.lifted) ?? `lifted function ${initializer.lifted}`;
      case 'lower-import':
        return this.#imported.get(initializer.import) ?? `imported function ${initializer.import}`;
      default:
        return initializer.op;
    }
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
