import type { Problem } from '../source/diagnostic.js';
import type { Identifier } from '../syntax/ast.js';
import type { PackageUnit } from './package-units.js';
import { definedTwice } from './rules/distinct-names.js';
import type { ItemScope, PackageScope } from './scopes.js';

/** The names of a package's items, before any of them is resolved. */
export function packageScope(
  { name, files, isBroken }: PackageUnit,
  report: (problem: Problem) => void,
): PackageScope {
  const items = new Map<string, ItemScope>();
  for (const file of files) {
    for (const item of file) {
      if (item.kind === 'use' || item.name === undefined) continue;
      const { text, span } = item.name;
      const earlier = items.get(text);
      if (earlier === undefined) items.set(text, itemScope(item.kind, item.name));
      else report(definedTwice(`\`${text}\` is defined twice in this package`, span, earlier.span));
    }
  }
  return { name, items, isBroken };
}

function itemScope(kind: ItemScope['kind'] | 'broken', { text, span }: Identifier): ItemScope {
  if (kind === 'broken' || kind === 'failed') return { kind: 'failed', name: text, span };
  return {
    kind,
    name: text,
    span,
    names: new Map(),
    isBroken: false,
    missingFeature: undefined,
    id: undefined,
  };
}
