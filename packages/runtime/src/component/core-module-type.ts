import type { CoreExternKind, CoreModuleType } from '../types/item-type.js';
import type { CoreModuleEntry } from '../plan/plan.js';

/** The type of a module that the component imports, or exports from an import. */
export function plannedModuleType(entry: CoreModuleEntry | null): CoreModuleType {
  const imports = new Map<string, Map<string, CoreExternKind>>();
  for (const [module, name, kind] of entry?.imports ?? []) addImport(imports, module, name, kind);
  return { kind: 'module', imports, exports: new Map(entry?.exports ?? []) };
}

/** The type of a compiled module, as far as the JavaScript API tells it. */
export function compiledModuleType(module: WebAssembly.Module): CoreModuleType {
  const imports = new Map<string, Map<string, CoreExternKind>>();
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    addImport(imports, from, name, externKind(kind));
  }
  const exports = WebAssembly.Module.exports(module).map(
    ({ name, kind }) => [name, externKind(kind)] as const,
  );
  return { kind: 'module', imports, exports: new Map(exports) };
}

function externKind(kind: WebAssembly.ImportExportKind): CoreExternKind {
  return kind === 'function' ? 'func' : kind;
}

function addImport(
  imports: Map<string, Map<string, CoreExternKind>>,
  module: string,
  name: string,
  kind: CoreExternKind,
): void {
  const items = imports.get(module) ?? new Map<string, CoreExternKind>();
  imports.set(module, items.set(name, kind));
}
