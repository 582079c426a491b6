import type { Definition, ExternDeclaration } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import { bringIn } from './bring-in.js';
import { externType, underNewName } from './extern-type.js';
import type { NamedItemType } from './introduce.js';
import { itemAt, validItem } from './item-at.js';
import { checkCount } from './limits.js';
import type { Scope } from './scope.js';
import { Subtyping } from './subtyping.js';
import { factsOf } from './types/type-facts.js';
import type { ValidDefinition } from './valid-component.js';

type ExportDefinition = Extract<Definition, { readonly kind: 'export' }>;

/** Checks an export that a component type or an instance type declares. */
export function declareExport(scope: Scope, declaration: ExternDeclaration, offset: number): void {
  const { name, type } = declaration;
  checkCount('exports', scope.externs.exports.size, offset);
  const found = externType(scope, type, name.name, offset);
  const { definedResources } = scope.externs;
  if (type.sort === 'type' && type.bound.kind === 'sub-resource' && found.item.kind === 'resource') {
    definedResources.add(found.item);
  }
  checkExportedValue(found, offset);
  bringIn(scope, 'export', name, found, definedResources, offset);
}

/** Checks an export of a component. */
export function defineExport(scope: Scope, definition: ExportDefinition, offset: number): ValidDefinition {
  const { name } = definition;
  checkCount('exports', scope.externs.exports.size, offset);
  const exported = exportedType(scope, definition, offset);
  checkExportedValue(exported, offset);
  const type = bringIn(scope, 'export', name, exported, scope.externs.definedResources, offset);
  return {
    offset,
    kind: 'export',
    name: name.name,
    item: validItem(definition.item, type),
    type,
  };
}

/** The type of the item, or a supertype if that is said to be its type. */
function exportedType(scope: Scope, definition: ExportDefinition, offset: number): NamedItemType {
  const { name, item, type } = definition;
  const actual = itemAt(scope, item, offset);
  if (type === undefined) return underNewName(actual);
  const ascribed = externType(scope, type, name.name, offset);
  const mismatch = new Subtyping(scope.validation, offset).mismatch(ascribed.item, actual.item);
  if (mismatch === undefined) return ascribed;
  const message = `the export \`${name.name}\` is not of the type that it is said to have: ${mismatch.message}`;
  throw compileErrorAt('ascription', offset, message);
}

function checkExportedValue({ item }: NamedItemType, offset: number): void {
  if (item.kind !== 'value' || !factsOf(item).holdsBorrow) return;
  throw compileErrorAt('borrow-result', offset, 'an exported value holds a borrow handle');
}
