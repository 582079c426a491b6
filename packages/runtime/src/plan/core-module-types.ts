import type { CoreExternRef, CoreModuleDeclaration, CoreTypeDefinition } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { CoreExternKind } from '../types/item-type.js';
import { IndexSpace, outerScope, type CoreType, type TypeScope } from './scope.js';

/** Looks up what a core type is made of. */
export function coreType(scope: TypeScope, definition: CoreTypeDefinition, offset: number): CoreType {
  return definition.kind === 'func' ? definition : coreModuleType(scope, definition.declarations, offset);
}

function coreModuleType(
  scope: TypeScope,
  declarations: readonly CoreModuleDeclaration[],
  offset: number,
): CoreType {
  const types = new IndexSpace<CoreType>('core type');
  const imports = new Map<string, Map<string, CoreExternKind>>();
  const exports = new Map<string, CoreExternKind>();
  for (const declaration of declarations) {
    switch (declaration.kind) {
      case 'type':
        types.push(coreType(scope, declaration.type, offset));
        break;
      case 'outer-type': {
        // Scope 0 is the module type itself.
        const { count, index } = declaration;
        types.push(
          count === 0
            ? types.get(index, offset)
            : outerScope(scope, count - 1, offset).coreTypes.get(index, offset),
        );
        break;
      }
      case 'import': {
        const items = imports.get(declaration.module) ?? new Map<string, CoreExternKind>();
        imports.set(
          declaration.module,
          items.set(declaration.name, externKind(types, declaration.type, offset)),
        );
        break;
      }
      case 'export':
        exports.set(declaration.name, externKind(types, declaration.type, offset));
    }
  }
  return { kind: 'module', imports, exports };
}

function externKind(types: IndexSpace<CoreType>, ref: CoreExternRef, offset: number): CoreExternKind {
  if (ref.kind === 'func' || ref.kind === 'tag') {
    const type = types.get(ref.type, offset);
    if (type.kind !== 'func')
      throw compileErrorAt('not-a-core-func', offset, `core type ${ref.type} is not a function type`);
  }
  return ref.kind;
}
