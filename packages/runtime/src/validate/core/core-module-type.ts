import type { CoreExport, CoreExternRef, CoreModuleDefinition } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreExternType } from '../../types/core-type.js';
import type { CoreModuleType } from '../../types/item-type.js';
import type { Validation } from '../scope.js';
import { CoreExterns } from './core-externs.js';
import { funcTypeAt } from './core-type-space.js';
import { ModuleItems } from './module-items.js';
import { ModuleTypes } from './module-types.js';

/**
 * The type of a core module. Only what its imports and exports need is looked up; the engine checks the rest when it
 * compiles the module.
 */
export function coreModuleType(
  validation: Validation,
  module: CoreModuleDefinition,
  offset: number,
): CoreModuleType {
  const definitions = new ModuleDefinitions(validation, module, offset);
  const items = new ModuleItems();
  for (const { module: from, name, type } of module.imports) {
    items.addImport(from, name, definitions.import(type), offset);
  }
  for (const one of module.exports) items.addExport(one.name, definitions.export(one), one.offset);
  return items.moduleType();
}

/** The index spaces of a core module: what it imports comes before what it defines. */
class ModuleDefinitions {
  readonly #module: CoreModuleDefinition;
  readonly #offset: number;
  readonly #types: ModuleTypes;
  readonly #externs: CoreExterns;
  readonly #imported: Readonly<Record<CoreExternRef['kind'], CoreExternType[]>> = {
    func: [],
    table: [],
    memory: [],
    global: [],
    tag: [],
  };

  constructor(validation: Validation, module: CoreModuleDefinition, offset: number) {
    this.#module = module;
    this.#offset = offset;
    this.#types = new ModuleTypes(validation, module.types, offset);
    this.#externs = new CoreExterns(this.#types, validation.features, offset);
  }

  import(ref: CoreExternRef): CoreExternType {
    const type = this.#externs.resolve(ref);
    this.#imported[ref.kind].push(type);
    return type;
  }

  export({ name, kind, index, offset }: CoreExport): CoreExternType {
    const imported = this.#imported[kind];
    const type = imported[index] ?? this.#defined(kind, index - imported.length);
    if (type !== undefined) return type;
    const message = `a core module exports \`${name}\`, but has no ${kind} ${index}`;
    throw compileErrorAt('unknown-index', offset, message);
  }

  /** What the module itself defines, where `index` does not count imports. */
  #defined(kind: CoreExternRef['kind'], index: number): CoreExternType | undefined {
    const { funcs, tags, tables, memories, globals } = this.#module;
    switch (kind) {
      case 'func':
      case 'tag': {
        const type = (kind === 'func' ? funcs : tags)[index];
        if (type === undefined) return undefined;
        return kind === 'func' ? funcTypeAt(this.#types, type, this.#offset) : this.#externs.tag(type);
      }
      case 'table':
      case 'memory':
      case 'global': {
        const ref = { table: tables, memory: memories, global: globals }[kind][index];
        return ref === undefined ? undefined : this.#externs.resolve(ref);
      }
    }
  }
}
