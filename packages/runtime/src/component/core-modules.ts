import { CompileError, compileErrorAt } from '../errors/compile-error.js';
import type { CoreModuleBytes } from '../plan/plan-builder.js';

/** @throws {CompileError} with the offset of what the engine refused. */
export async function compileCoreModules(modules: readonly CoreModuleBytes[]): Promise<WebAssembly.Module[]> {
  const compiling = modules.map(async (module) => {
    try {
      return await WebAssembly.compile(module.bytes);
    } catch (error) {
      throw refusedModule(module, error);
    }
  });
  // The error that is told is that of the first module refused, whichever the engine was done with first.
  for (const settled of await Promise.allSettled(compiling)) {
    if (settled.status === 'rejected') throw settled.reason;
  }
  return Promise.all(compiling);
}

/** As `compileCoreModules`, without giving other work a turn. */
export function compileCoreModulesSync(modules: readonly CoreModuleBytes[]): WebAssembly.Module[] {
  return modules.map((module) => {
    try {
      return new WebAssembly.Module(module.bytes);
    } catch (error) {
      throw refusedModule(module, error);
    }
  });
}

/** What engines say about the place: V8 `@+12`, SpiderMonkey `at offset 12`, JavaScriptCore `at byte 12`. */
const place = /(?:@\+|at (?:offset|byte) )(\d+)/;

function refusedModule({ offset }: CoreModuleBytes, error: unknown): unknown {
  if (error instanceof CompileError || !(error instanceof WebAssembly.CompileError)) return error;
  const inside = Number(place.exec(error.message)?.[1] ?? 0);
  return compileErrorAt('core-module', offset + inside, `the engine refuses a core module: ${error.message}`);
}
