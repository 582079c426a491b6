import type {
  ExternItem,
  IncludeSyntax,
  InterfaceItem,
  PathSyntax,
  TopLevelItem,
  UseSyntax,
  WorldSyntax,
} from '../syntax/ast.js';

/** @param statement - The one that the path stands in, unless that is an import, an export, or at the top level. */
export type VisitPath = (path: PathSyntax, statement?: UseSyntax | IncludeSyntax) => void;

/**
 * Calls back for every path of an item, in the order that decides which mention of a name is the first: those of a
 * world's own `use` and `include` before those of its imports, and those before those of its exports.
 */
export function visitPaths(item: TopLevelItem, visit: VisitPath): void {
  if (item.kind === 'use') visit(item.path);
  else if (item.kind === 'interface') visitUses(item.items, visit);
  else if (item.kind === 'world') visitPathsOfWorld(item, visit);
}

function visitUses(items: readonly InterfaceItem[], visit: VisitPath): void {
  for (const item of items) if (item.kind === 'use-types') visit(item.path, item);
}

function visitPathsOfWorld({ items }: WorldSyntax, visit: VisitPath): void {
  const exports: ExternItem[] = [];
  const imports: ExternItem[] = [];
  for (const item of items) {
    if (item.kind === 'use-types' || item.kind === 'include') visit(item.path, item);
    else if (item.kind === 'import') imports.push(item.item);
    else if (item.kind === 'export') exports.push(item.item);
  }
  for (const item of imports) visitPathsOfExtern(item, visit);
  for (const item of exports) visitPathsOfExtern(item, visit);
}

function visitPathsOfExtern(item: ExternItem, visit: VisitPath): void {
  if (item.kind === 'inline-interface') visitUses(item.items, visit);
  else if (item.kind !== 'func') visit(item.path);
}
