import type {
  Attribute,
  ExternSyntax,
  InterfaceItem,
  PathSyntax,
  RenamedName,
  TopLevelItem,
  WorldSyntax,
} from '../syntax/ast.js';

/** A path where it stands. */
export interface PathMention {
  readonly path: PathSyntax;
  /** Those of the statement that it stands in. */
  readonly attributes: readonly Attribute[];
  /** What it must lead to. A `use` at the top level takes an interface for granted where it cannot look. */
  readonly kind: 'interface' | 'world';
  /** The types that a `use` takes from it. */
  readonly names?: readonly RenamedName[];
}

type Visit = (mention: PathMention) => void;

/**
 * Visits every path of a file, in the order that decides which package comes first: a world's own `use` and `include`
 * before its imports, and those before its exports.
 */
export function forEachPath(items: Iterable<TopLevelItem>, visit: Visit): void {
  for (const item of items) {
    if (item.kind === 'use') visit({ path: item.path, attributes: item.attributes, kind: 'interface' });
    else if (item.kind === 'interface') visitUses(item.items, visit);
    else if (item.kind === 'world') visitWorld(item, visit);
  }
}

function visitUses(items: Iterable<InterfaceItem>, visit: Visit): void {
  for (const item of items) if (item.kind === 'use-types') visit({ ...item, kind: 'interface' });
}

function visitWorld({ items }: WorldSyntax, visit: Visit): void {
  for (const item of items) {
    if (item.kind === 'use-types') visit({ ...item, kind: 'interface' });
    else if (item.kind === 'include') {
      visit({ path: item.path, attributes: item.attributes, kind: 'world' });
    }
  }
  for (const item of items) if (item.kind === 'import') visitExtern(item, visit);
  for (const item of items) if (item.kind === 'export') visitExtern(item, visit);
}

function visitExtern({ item, attributes }: ExternSyntax, visit: Visit): void {
  if (item.kind === 'inline-interface') visitUses(item.items, visit);
  else if (item.kind !== 'func') visit({ path: item.path, attributes, kind: 'interface' });
}
