import { CompileError } from '../errors/compile-error.js';

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
