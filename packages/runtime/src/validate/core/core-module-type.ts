import type { CoreExport, CoreExternRef, CoreModuleDefinition } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreExternType } from '../../types/core-type.js';
import type { CoreModuleType } from '../../types/item-type.js';
import { IndexSpace } from '../index-space.js';
import type { Validation } from '../scope.js';
import { CoreExterns } from './core-externs.js';
import { addRecType, funcTypeAt } from './core-type-space.js';
import type { CoreType } from './core-types.js';
import { ModuleItems } from './module-items.js';

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
  readonly #validation: Validation;
  readonly #module: CoreModuleDefinition;
  readonly #offset: number;
  readonly #types = new IndexSpace<CoreType>('core type');
  readonly #externs: CoreExterns;
  #groups = 0;
  readonly #imported: Readonly<Record<CoreExternRef['kind'], CoreExternType[]>> = {
    func: [],
    table: [],
    memory: [],
    global: [],
    tag: [],
  };

  constructor(validation: Validation, module: CoreModuleDefinition, offset: number) {
    this.#validation = validation;
    this.#module = module;
    this.#offset = offset;
    this.#externs = new CoreExterns(this.#types, offset);
    if (usesDefinedTypes(module)) this.#defineTypes(Infinity);
  }

  import(ref: CoreExternRef): CoreExternType {
    if (ref.kind === 'func' || ref.kind === 'tag') this.#defineTypes(ref.type);
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
        this.#defineTypes(type);
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

  /** Defines the types up to an index, group by group: each can refer to those before it. */
  #defineTypes(index: number): void {
    const groups = this.#module.types;
    while (this.#types.size <= index) {
      const group = groups[this.#groups];
      if (group === undefined) return;
      this.#groups += 1;
      addRecType(this.#validation, this.#types, group, this.#offset);
    }
  }
}

/** Whether tables or globals are of types that the module defines. */
function usesDefinedTypes({ imports, tables, globals }: CoreModuleDefinition): boolean {
  return [...imports.map(({ type }) => type), ...tables, ...globals].some((ref) => {
    const type = ref.kind === 'table' ? ref.element : ref.kind === 'global' ? ref.type : undefined;
    return typeof type === 'object' && typeof type.heap === 'number';
  });
}
