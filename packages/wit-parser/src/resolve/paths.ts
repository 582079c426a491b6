import type {
  ExternItem,
  InterfaceItem,
  PathSyntax,
  TopLevelItem,
  UseSyntax,
  WorldSyntax,
} from '../syntax/ast.js';

/** @param use - The statement, if the path is that of a `use` in an interface or a world. */
export type VisitPath = (path: PathSyntax, use?: UseSyntax) => void;

/**
 * Calls back for every path of a file, in the order that decides which mention of a name is the first: those of a
 * world's own `use` and `include` before those of its imports, and those before those of its exports.
 */
export function visitPaths(items: readonly TopLevelItem[], visit: VisitPath): void {
  for (const item of items) {
    if (item.kind === 'use') visit(item.path);
    else if (item.kind === 'interface') visitUses(item.items, visit);
    else if (item.kind === 'world') visitPathsOfWorld(item, visit);
  }
}

function visitUses(items: readonly InterfaceItem[], visit: VisitPath): void {
  for (const item of items) if (item.kind === 'use-types') visit(item.path, item);
}

function visitPathsOfWorld({ items }: WorldSyntax, visit: VisitPath): void {
  const exports: ExternItem[] = [];
  const imports: ExternItem[] = [];
  for (const item of items) {
    if (item.kind === 'use-types') visit(item.path, item);
    else if (item.kind === 'include') visit(item.path);
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
