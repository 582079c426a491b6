import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreExternType } from '../../types/core-type.js';
import type { CoreModuleType } from '../../types/item-type.js';

/** Gathers what a core module imports and exports. Both have names of their own: core WebAssembly lets imports share. */
export class ModuleItems {
  readonly #imports = new Map<string, Map<string, CoreExternType>>();
  readonly #exports = new Map<string, CoreExternType>();

  addImport(module: string, name: string, type: CoreExternType, offset: number): void {
    let items = this.#imports.get(module);
    if (items === undefined) this.#imports.set(module, (items = new Map<string, CoreExternType>()));
    if (items.has(name)) {
      const message = `a core module imports \`${name}\` of \`${module}\` twice`;
      throw compileErrorAt('duplicate-import', offset, message);
    }
    items.set(name, type);
  }

  addExport(name: string, type: CoreExternType, offset: number): void {
    if (this.#exports.has(name)) {
      throw compileErrorAt('name-conflict', offset, `a core module exports \`${name}\` twice`);
    }
    this.#exports.set(name, type);
  }

  moduleType(): CoreModuleType {
    return { kind: 'module', imports: this.#imports, exports: this.#exports };
  }
}
