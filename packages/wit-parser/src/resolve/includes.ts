import type { Identifier, IncludeSyntax } from '../syntax/ast.js';
import { didYouMean } from '../source/did-you-mean.js';
import { Cloner } from './clone.js';
import type { FileContext } from './context.js';
import { interfaceKey, worldItemSpan } from './model.js';
import type { Stability, WorldId, WorldItem, WorldKey } from './model.js';
import { checkPresent, lookUpPath } from './path-lookup.js';
import type { WorldDraft } from './arenas.js';
import type { WorldScope } from './scopes.js';

/**
 * Looks up the world that an `include` names, whether it is there or not.
 *
 * @returns `undefined` when that failed, or when a feature that is off takes the `include` away.
 */
export function lookUpInclude(file: FileContext, include: IncludeSyntax): WorldScope | undefined {
  const { stability } = file.gates.read(include.attributes, false);
  const found = lookUpPath(file, include.path, 'world');
  return file.gates.isOn(stability, include.path.name.span) ? found : undefined;
}

/** Adds the imports and exports of another world. See "Union of Worlds with `include`" in the standard's WIT.md. */
export function resolveInclude(
  file: FileContext,
  include: IncludeSyntax,
  found: WorldScope,
  id: WorldId,
): void {
  const { path } = include;
  const at = path.name;
  if (!checkPresent(file, found, path, at.span) || found.id === undefined) return;
  const source = file.arenas.worlds[found.id];
  const target = file.arenas.worlds[id];
  if (source === undefined || target === undefined) return;
  if (!checkCopies(file, at)) return;
  if (!found.isBroken) checkRenames(file, include, source);
  const typesBefore = file.arenas.types.length;
  const cloner = new Cloner(file, { kind: 'world', id: found.id }, { kind: 'world', id });
  const isForeign = source.package !== target.package;
  const inclusion = { file, renames: renamesOf(include), cloner, at, isForeign };
  for (const [key, item] of source.imports) includeItem(inclusion, target.imports, key, item, 'import');
  for (const [key, item] of source.exports) includeItem(inclusion, target.exports, key, item, 'export');
  file.arenas.copies += source.imports.size + source.exports.size + file.arenas.types.length - typesBefore;
}

/** Each `include` copies a whole world, so a chain of them grows with the square of the text. */
const mostCopies = 1_000_000;

function checkCopies({ arenas, report }: FileContext, at: Identifier): boolean {
  if (arenas.copies <= mostCopies) return true;
  // One report is enough: every world from here on would have one.
  if (arenas.copies < Infinity) {
    const message = `including \`${at.text}\` too makes more than ${mostCopies} copies of items and types`;
    report({ code: 'too-many-includes', message, span: at.span });
  }
  arenas.copies = Infinity;
  return false;
}

interface Inclusion {
  readonly file: FileContext;
  readonly renames: ReadonlyMap<string, string>;
  readonly cloner: Cloner;
  readonly at: Identifier;
  readonly isForeign: boolean;
}

function includeItem(
  inclusion: Inclusion,
  target: Map<WorldKey, WorldItem>,
  key: WorldKey,
  item: WorldItem,
  direction: 'import' | 'export',
): void {
  if (isInterfaceKey(key, item)) {
    mergeInterface(inclusion, target, key, item);
    return;
  }
  const { file, renames, cloner, at } = inclusion;
  const name = renamed(key, renames);
  const clone = cloner.item(item, name);
  const earlier = target.get(name);
  if (earlier === undefined) target.set(name, clone);
  else {
    file.report({
      code: 'include-conflict',
      message: `\`${at.text}\` ${direction}s \`${name}\`, and so does this world already`,
      span: at.span,
      notes: [
        { message: `first ${direction}ed here`, span: worldItemSpan(earlier) },
        { message: `give one of them another name: \`include ${at.text} with { ${name} as … }\`` },
      ],
    });
  }
}

/** An interface that both worlds have is there once. A stability of another package means nothing in this one. */
function mergeInterface(
  { file, at, isForeign }: Inclusion,
  target: Map<WorldKey, WorldItem>,
  key: WorldKey,
  item: WorldItem,
): void {
  const earlier = target.get(key);
  const merged = earlier ?? item;
  if (item.kind !== 'interface' || merged.kind !== 'interface') return;
  const { stability, ...rest } = merged;
  if (isForeign && item.stability?.kind === 'stable') target.set(key, rest);
  else if (item.stability === undefined || isSame(item.stability, stability)) target.set(key, merged);
  else if (stability === undefined) target.set(key, { ...merged, stability: item.stability });
  else {
    const message = `\`${at.text}\` gives one of its interfaces another stability than this world does`;
    const notes = [{ message: 'this world has it from here', span: merged.span }];
    file.report({ code: 'include-conflict', message, span: at.span, notes });
  }
}

function isSame(a: Stability, b: Stability | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether an item goes by the full name of its interface, and not by a name that the world gives it. */
export function isInterfaceKey(key: WorldKey, item: WorldItem): boolean {
  return item.kind === 'interface' && key === interfaceKey(item.id);
}

/** What each name becomes. The first `as` of a name counts. */
function renamesOf({ renames }: IncludeSyntax): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { from, to } of renames) if (!names.has(from.text)) names.set(from.text, to.text);
  return names;
}

/** A resource takes its functions along: `[method]r.f` belongs to `r`. */
function renamed(key: WorldKey, renames: ReadonlyMap<string, string>): string {
  const name = renames.get(key);
  if (name !== undefined || renames.size === 0) return name ?? key;
  const { prefix, owner, rest } = partsOf(key);
  const renamedOwner = prefix === '' ? undefined : renames.get(owner);
  return renamedOwner === undefined ? key : `${prefix}${renamedOwner}${rest}`;
}

/** `[method]`, `r` and `.f` of `[method]r.f`. */
function partsOf(key: WorldKey): { readonly prefix: string; readonly owner: string; readonly rest: string } {
  const [, prefix = '', owner = key, rest = ''] = /^(\[[^\]]*\])([^.]*)(.*)$/.exec(key) ?? [];
  return { prefix, owner, rest };
}

function checkRenames(file: FileContext, { path, renames }: IncludeSyntax, source: WorldDraft): void {
  if (renames.length === 0) return;
  const names = new Set<string>();
  const candidates: string[] = [];
  for (const [key, item] of [...source.imports, ...source.exports]) {
    if (isInterfaceKey(key, item)) continue;
    const { prefix, owner } = partsOf(key);
    names.add(owner);
    if (prefix === '') candidates.push(key);
  }
  for (const { from } of renames) {
    if (names.has(from.text)) continue;
    file.report({
      code: 'unknown-rename',
      message: `the world \`${path.name.text}\` has no plain name \`${from.text}\` to rename`,
      span: from.span,
      notes: () => didYouMean(from.text, candidates),
    });
  }
}
