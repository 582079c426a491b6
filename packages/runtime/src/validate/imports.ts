import type { ExternDeclaration } from '../binary/definitions.js';
import type { ComponentItem } from '../types/item-type.js';
import { externType } from './extern-type.js';
import { bringIn } from './bring-in.js';
import { checkCount } from './limits.js';
import type { Scope } from './scope.js';

/** Checks an import of a component or a component type. */
export function declareImport(scope: Scope, declaration: ExternDeclaration, offset: number): ComponentItem {
  const { name, type } = declaration;
  checkCount('imports', scope.externs.imports.size, offset);
  const found = externType(scope, type, name.name, offset);
  const { importedResources } = scope.externs;
  if (type.sort === 'type' && type.bound.kind === 'sub-resource' && found.item.kind === 'resource') {
    importedResources.add(found.item);
  }
  return bringIn(scope, 'import', name, found, importedResources, offset);
}
