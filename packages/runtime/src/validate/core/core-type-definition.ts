import type { CoreModuleDeclaration, CoreTypeDefinition } from '../../binary/core-definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { CoreModuleType } from '../../types/item-type.js';
import { IndexSpace } from '../index-space.js';
import type { Scope } from '../scope.js';
import { CoreExterns } from './core-externs.js';
import { addRecType, definedTypeAt } from './core-type-space.js';
import type { CoreType } from './core-types.js';
import { ModuleItems } from './module-items.js';

/** Adds a core type to the index space of a scope: one for each member of a recursion group. */
export function defineCoreType(scope: Scope, definition: CoreTypeDefinition, offset: number): void {
  if (definition.kind === 'rec') addRecType(scope.validation, scope.coreTypes, definition, offset);
  else scope.coreTypes.push(new ModuleTypeDeclarations(scope, offset).moduleType(definition.declarations));
}

/** The inside of a core module type, which has an index space of types for itself. */
class ModuleTypeDeclarations {
  readonly #scope: Scope;
  readonly #offset: number;
  readonly #types = new IndexSpace<CoreType>('core type');
  readonly #externs: CoreExterns;
  readonly #items = new ModuleItems();

  constructor(scope: Scope, offset: number) {
    this.#scope = scope;
    this.#offset = offset;
    this.#externs = new CoreExterns(this.#types, scope.validation.features, offset);
  }

  moduleType(declarations: readonly CoreModuleDeclaration[]): CoreModuleType {
    for (const declaration of declarations) this.#declare(declaration);
    return this.#items.moduleType();
  }

  #declare(declaration: CoreModuleDeclaration): void {
    switch (declaration.kind) {
      case 'type':
        return this.#defineType(declaration.type);
      case 'outer-type':
        return this.#types.push(this.#outerType(declaration.count, declaration.index));
      case 'import': {
        const { module, name, type } = declaration.import;
        return this.#items.addImport(module, name, this.#externs.resolve(type), this.#offset);
      }
      case 'export':
        return this.#items.addExport(declaration.name, this.#externs.resolve(declaration.type), this.#offset);
    }
  }

  #defineType(definition: CoreTypeDefinition): void {
    if (definition.kind === 'module') {
      throw compileErrorAt('core-type', this.#offset, 'a core module type declares another module type');
    }
    addRecType(this.#scope.validation, this.#types, definition, this.#offset);
  }

  /** Scope 0 is the module type itself, scope 1 the one that it stands in. */
  #outerType(count: number, index: number): CoreType {
    if (count === 0) return definedTypeAt(this.#types, index, this.#offset);
    let scope: Scope | undefined = this.#scope;
    for (let i = 1; i < count && scope !== undefined; i++) scope = scope.outer;
    if (scope === undefined) {
      const message = `there are not ${count} scopes around a core module type`;
      throw compileErrorAt('unknown-scope', this.#offset, message);
    }
    return definedTypeAt(scope.coreTypes, index, this.#offset);
  }
}
