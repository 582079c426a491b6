import type {
  ExternItem,
  InterfaceItem,
  PackageNameSyntax,
  PathSyntax,
  TopLevelItem,
  WorldSyntax,
} from '../syntax/ast.js';

/**
 * The packages that the paths of a file name, in the order that decides which package comes first: those of a world's
 * own `use` and `include` before those of its imports, and those before those of its exports.
 */
export function namedPackages(items: readonly TopLevelItem[]): PackageNameSyntax[] {
  const found: PackageNameSyntax[] = [];
  for (const item of items) {
    if (item.kind === 'use') addPackage(item.path, found);
    else if (item.kind === 'interface') addUsed(item.items, found);
    else if (item.kind === 'world') addNamedInWorld(item, found);
  }
  return found;
}

function addPackage({ package: name }: PathSyntax, found: PackageNameSyntax[]): void {
  if (name !== undefined) found.push(name);
}

function addUsed(items: readonly InterfaceItem[], found: PackageNameSyntax[]): void {
  for (const item of items) if (item.kind === 'use-types') addPackage(item.path, found);
}

function addNamedInWorld({ items }: WorldSyntax, found: PackageNameSyntax[]): void {
  const exports: ExternItem[] = [];
  const imports: ExternItem[] = [];
  for (const item of items) {
    if (item.kind === 'use-types' || item.kind === 'include') addPackage(item.path, found);
    else if (item.kind === 'import') imports.push(item.item);
    else if (item.kind === 'export') exports.push(item.item);
  }
  for (const item of imports) addNamedByExtern(item, found);
  for (const item of exports) addNamedByExtern(item, found);
}

function addNamedByExtern(item: ExternItem, found: PackageNameSyntax[]): void {
  if (item.kind === 'inline-interface') addUsed(item.items, found);
  else if (item.kind !== 'func') addPackage(item.path, found);
}
