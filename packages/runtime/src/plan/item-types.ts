import type { Alias, Declaration, ExternDeclaration, TypeDefinition } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { ResourceType } from '../types/val-type.js';
import { coreType } from './core-module-types.js';
import type { DefinedType, ItemType, TypeClosure } from './items.js';
import { exportOf, IndexSpace, outerScope, type CoreType, type TypeScope } from './scope.js';
import { funcType, valType } from './value-types.js';

/**
 * Where the resource types come from that the type of an instance declares: fresh ones for an import of the root,
 * those of the actual instance for an argument.
 */
export interface ResourceSupply {
  resource(name: string): ResourceType;
  /** The supply for the instance that is exported by this name. */
  nested(name: string): ResourceSupply;
}

/** Instance types can hold each other, which multiplies: this bounds what they come to. */
const MAX_DECLARATIONS = 1_000_000;

/** Instance types can hold each other: this bounds every later walk over them. */
const MAX_DEPTH = 100;

/** Evaluates the types of imports and exports, in all of one component binary. */
export class ItemTypes {
  #declarations = 0;
  /** How many instance types are being evaluated, each for an export of the one before it. */
  #depth = 0;

  /** The type of an import or export; `supply` is for what it is called `name` in. */
  itemType(
    scope: TypeScope,
    declaration: ExternDeclaration,
    supply: ResourceSupply,
    offset: number,
  ): ItemType {
    const { name, type } = declaration;
    switch (type.sort) {
      case 'func': {
        const found = scope.types.get(type.type, offset);
        if (found.kind === 'func') return { sort: 'func', type: found };
        break;
      }
      case 'instance': {
        const found = scope.types.get(type.type, offset);
        if (found.kind === 'instance-type') {
          return { sort: 'instance', exports: this.#instanceExports(found, supply.nested(name), offset) };
        }
        break;
      }
      case 'component': {
        const found = scope.types.get(type.type, offset);
        if (found.kind === 'component-type') return { sort: 'component', type: found };
        break;
      }
      case 'core-module': {
        const found = scope.coreTypes.get(type.type, offset);
        if (found.kind === 'module') return { sort: 'core-module', type: found };
        break;
      }
      case 'type':
        return {
          sort: 'type',
          type: type.bound.kind === 'eq' ? scope.types.get(type.bound.type, offset) : supply.resource(name),
        };
    }
    throw compileErrorAt('type-sort', offset, `type ${type.type} is not the type of a ${type.sort}`);
  }

  /** Evaluates the declarations of an instance type: its exports by name. */
  #instanceExports(
    closure: TypeClosure,
    supply: ResourceSupply,
    offset: number,
  ): ReadonlyMap<string, ItemType> {
    if (this.#depth === MAX_DEPTH) {
      throw compileErrorAt('type-too-deep', offset, `instance types are nested more than ${MAX_DEPTH} deep`);
    }
    this.#depth += 1;
    const scope = new DeclarationScope(closure.scope);
    const exports = new Map<string, ItemType>();
    for (const declaration of closure.declarations) {
      this.#declarations += 1;
      const { offset } = declaration;
      if (this.#declarations > MAX_DECLARATIONS) {
        throw compileErrorAt(
          'type-too-large',
          offset,
          `instance types come to more than ${MAX_DECLARATIONS} declarations`,
        );
      }
      if (declaration.kind === 'export') {
        const item = this.itemType(scope, declaration.export, supply, offset);
        exports.set(declaration.export.name, item);
        scope.add(item);
      } else {
        this.#declare(scope, declaration);
      }
    }
    this.#depth -= 1;
    return exports;
  }

  /** What a type definition is. Only a component can define a resource, so that is not among them. */
  definedType(scope: TypeScope, definition: TypeDefinition, offset: number): DefinedType {
    switch (definition.kind) {
      case 'func':
        return funcType(scope, definition, offset);
      case 'component-type':
      case 'instance-type':
        return { kind: definition.kind, declarations: definition.declarations, scope };
      case 'resource':
        throw compileErrorAt(
          'resource-in-type',
          offset,
          'a resource is defined inside a component type or instance type',
        );
      default:
        return { kind: 'type', type: valType(scope, definition, offset) };
    }
  }

  #declare(scope: DeclarationScope, declaration: Exclude<Declaration, { readonly kind: 'export' }>): void {
    const { offset } = declaration;
    switch (declaration.kind) {
      case 'type':
        scope.types.push(this.definedType(scope, declaration.type, offset));
        return;
      case 'core-type':
        scope.coreTypes.push(coreType(scope, declaration.type, offset));
        return;
      case 'alias':
        aliasDeclaration(scope, declaration.alias, offset);
        return;
      case 'import':
        throw compileErrorAt('import-in-instance', offset, 'an instance type has an import');
    }
  }
}

/** The inside of an instance type. */
class DeclarationScope implements TypeScope {
  readonly outer: TypeScope;
  readonly types = new IndexSpace<DefinedType>('type');
  readonly coreTypes = new IndexSpace<CoreType>('core type');
  readonly instances = new IndexSpace<{ readonly exports: ReadonlyMap<string, ItemType> }>('instance');

  constructor(outer: TypeScope) {
    this.outer = outer;
  }

  add(item: ItemType): void {
    if (item.sort === 'type') this.types.push(item.type);
    if (item.sort === 'instance') this.instances.push(item);
  }
}

function aliasDeclaration(scope: DeclarationScope, alias: Alias, offset: number): void {
  if (alias.kind === 'export' && (alias.sort === 'type' || alias.sort === 'instance')) {
    const { exports } = scope.instances.get(alias.instance, offset);
    scope.add(exportOf(exports, alias.name, alias.sort, offset));
    return;
  }
  if (alias.kind === 'outer') {
    const target = outerScope<TypeScope>(scope, alias.count, offset);
    if (alias.sort === 'type') return scope.types.push(target.types.get(alias.index, offset));
    if (alias.sort === 'core-type') return scope.coreTypes.push(target.coreTypes.get(alias.index, offset));
  }
  throw compileErrorAt('alias-sort', offset, `a ${alias.sort} cannot be aliased inside a type`);
}
