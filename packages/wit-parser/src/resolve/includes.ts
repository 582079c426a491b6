import type { Identifier, IncludeSyntax } from '../syntax/ast.js';
import type { WorldDraft } from './arenas.js';
import { Cloner } from './clone.js';
import type { FileContext } from './context.js';
import { isInterfaceKey } from './model.js';
import type { Stability, WorldItem } from './model.js';
import { findForeign, lookUpPath } from './path-lookup.js';
import { Renames } from './renames.js';
import { checkOpen } from './rules/gated-references.js';
import { reportNameConflict, reportStabilityConflict } from './rules/include-conflicts.js';
import { checkCopies } from './rules/include-limit.js';
import { checkRenames } from './rules/renames.js';
import type { WorldScope } from './scopes.js';

/**
 * Adds the imports and exports of another world. See "Union of Worlds with `include`" in the standard's WIT.md.
 *
 * @param into - A world that a feature that is off takes away has nothing added, but its paths are looked up.
 * @returns Whether nothing is missing: whatever should have been added was.
 */
export function resolveInclude(file: FileContext, include: IncludeSyntax, into: WorldScope): boolean {
  const { path } = include;
  const gates = file.gates.read(include.attributes, false);
  const isForeign = path.package !== undefined;
  if (isForeign && !gates.isOpen) {
    findForeign(file, path);
    return true;
  }
  const isHeldToGates = isForeign || into.id !== undefined;
  if (isHeldToGates) file.gates.checkVersion(gates, path.name.span);
  const found = lookUpPath(file, path, 'world');
  if (found === undefined) return false;
  const isThere = checkOpen(file.report, found, path.name, gates.isOpen && isHeldToGates);
  if (!gates.isOpen || into.id === undefined) return true;
  return isThere && includeWorld(file, include, found, into) && found.hasAllItems;
}

function includeWorld(
  file: FileContext,
  include: IncludeSyntax,
  { id: from, hasAllItems }: WorldScope,
  { id: to }: WorldScope,
): boolean {
  const { arenas } = file;
  if (from === undefined || to === undefined) return false;
  const source = arenas.worlds[from];
  const target = arenas.worlds[to];
  if (source === undefined || target === undefined || !checkCopies(file, include.path.name)) return false;
  if (hasAllItems) checkRenames(file, include, source);
  const typesBefore = arenas.types.length;
  const inclusion: Inclusion = {
    file,
    at: include.path.name,
    renames: new Renames(include),
    cloner: new Cloner(file, { kind: 'world', id: from }, { kind: 'world', id: to }),
    isForeign: source.package !== target.package,
  };
  includeItems(inclusion, 'import', source, target);
  includeItems(inclusion, 'export', source, target);
  arenas.copies += source.imports.size + source.exports.size + arenas.types.length - typesBefore;
  return true;
}

interface Inclusion {
  readonly file: FileContext;
  readonly at: Identifier;
  readonly renames: Renames;
  readonly cloner: Cloner;
  readonly isForeign: boolean;
}

function includeItems(
  inclusion: Inclusion,
  direction: 'import' | 'export',
  source: WorldDraft,
  target: WorldDraft,
): void {
  const { file, at, renames, cloner } = inclusion;
  const items = target[`${direction}s`];
  for (const [key, item] of source[`${direction}s`]) {
    if (isInterfaceKey(key, item)) {
      items.set(key, mergeInterface(inclusion, items.get(key) ?? item, item));
      continue;
    }
    const name = renames.apply(key);
    const clone = cloner.item(item, name);
    const earlier = items.get(name);
    if (earlier === undefined) items.set(name, clone);
    else reportNameConflict(file.report, at, direction, name, earlier);
  }
}

/** An interface that both worlds have is there once. A stability of another package means nothing in this one. */
function mergeInterface({ file, at, isForeign }: Inclusion, present: WorldItem, added: WorldItem): WorldItem {
  if (present.kind !== 'interface' || added.kind !== 'interface') return present;
  if (isForeign && added.stability?.kind === 'stable') return { ...present, stability: undefined };
  if (added.stability === undefined || isSame(added.stability, present.stability)) return present;
  if (present.stability === undefined) return { ...present, stability: added.stability };
  reportStabilityConflict(file.report, at, present);
  return present;
}

function isSame(a: Stability, b: Stability | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
