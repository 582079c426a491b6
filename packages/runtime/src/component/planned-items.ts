import type { ComponentItem, CoreExternKind, CoreModuleType } from '../types/item-type.js';
import type { CoreModuleEntry, ExportEntry, ImportEntry } from '../plan/plan.js';
import { at, type PlannedTypes } from '../plan/type-table.js';

/** The type of an import of the component, as a type that can be walked. */
export function importItem(entry: ImportEntry, types: PlannedTypes): ComponentItem {
  switch (entry.kind) {
    case 'func':
      return at(types.funcTypes, entry.type);
    case 'resource':
      return at(types.resources, entry.resource);
    case 'type':
      return { kind: 'type', type: types.type(entry.type) };
    case 'module':
      return moduleType(entry.type);
    case 'instance':
      return {
        kind: 'instance',
        exports: new Map(entry.items.map((item) => [item.name, importItem(item, types)])),
      };
  }
}

/** The type of an export of the component; `exports` are those of the instance that it may be. */
export function exportItem(
  entry: ExportEntry,
  exports: ReadonlyMap<string, ComponentItem>,
  types: PlannedTypes,
  modules: readonly WebAssembly.Module[],
): ComponentItem {
  switch (entry.kind) {
    case 'func':
    case 'imported-func':
      return at(types.funcTypes, entry.type);
    case 'resource':
      return at(types.resources, entry.resource);
    case 'type':
      return { kind: 'type', type: types.type(entry.type) };
    case 'module':
      return entry.module.kind === 'static'
        ? compiledModuleType(at(modules, entry.module.index))
        : moduleType(entry.type);
    case 'instance':
      return { kind: 'instance', exports };
    case 'component':
      // What a component that is itself exported imports and exports is not kept in the plan.
      return { kind: 'component', imports: new Map(), exports: new Map() };
  }
}

function moduleType(entry: CoreModuleEntry | null): CoreModuleType {
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
