import type { ExternItem, InterfaceItem, PathSyntax, TopLevelItem, WorldSyntax } from '../syntax/ast.js';

/**
 * Every path of a file, in the order that decides which package comes first: a world's own `use` and `include` before
 * its imports, and those before its exports.
 */
export function* pathsOf(items: Iterable<TopLevelItem>): Generator<PathSyntax> {
  for (const item of items) {
    if (item.kind === 'use') yield item.path;
    else if (item.kind === 'interface') yield* usedPaths(item.items);
    else if (item.kind === 'world') yield* worldPaths(item);
  }
}

function* usedPaths(items: Iterable<InterfaceItem>): Generator<PathSyntax> {
  for (const item of items) if (item.kind === 'use-types') yield item.path;
}

function* worldPaths({ items }: WorldSyntax): Generator<PathSyntax> {
  for (const item of items) if (item.kind === 'use-types' || item.kind === 'include') yield item.path;
  for (const direction of ['import', 'export']) {
    for (const item of items) if (item.kind === direction && 'item' in item) yield* externPaths(item.item);
  }
}

function* externPaths(item: ExternItem): Generator<PathSyntax> {
  if (item.kind === 'inline-interface') yield* usedPaths(item.items);
  else if (item.kind !== 'func') yield item.path;
}
