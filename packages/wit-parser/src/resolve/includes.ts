import type { Identifier, IncludeSyntax } from '../syntax/ast.js';
import { didYouMean } from '../source/did-you-mean.js';
import { Cloner } from './clone.js';
import type { FileContext } from './context.js';
import { interfaceKey, worldItemSpan } from './model.js';
import type { Stability, WorldId, WorldItem, WorldKey } from './model.js';
import { checkOpen, lookUpPath } from './path-lookup.js';
import type { WorldDraft } from './arenas.js';

/** Adds the imports and exports of another world. See "Union of Worlds with `include`" in the standard's WIT.md. */
export function resolveInclude(file: FileContext, include: IncludeSyntax, id: WorldId): void {
  const at = include.path.name;
  const { open } = file.gates.read(include.attributes, at.span);
  const found = lookUpPath(file, include.path, 'world');
  if (found === undefined || !checkOpen(file, found, at, open) || !open || found.id === undefined) return;
  const source = file.arenas.worlds[found.id];
  const target = file.arenas.worlds[id];
  if (source === undefined || target === undefined) return;
  if (!checkCopies(file, at)) return;
  checkRenames(file, include, source);
  const typesBefore = file.arenas.types.length;
  const cloner = new Cloner(file, { kind: 'world', id: found.id }, { kind: 'world', id });
  const inclusion = { file, include, cloner, at, isForeign: source.package !== target.package };
  for (const [key, item] of source.imports) includeItem(inclusion, target.imports, key, item, 'import');
  for (const [key, item] of source.exports) includeItem(inclusion, target.exports, key, item, 'export');
  file.arenas.copies += source.imports.size + source.exports.size + file.arenas.types.length - typesBefore;
}

/** Each `include` copies a whole world, so a chain of them grows with the square of the text. */
const mostCopies = 200_000;

function checkCopies({ arenas, report }: FileContext, at: Identifier): boolean {
  if (arenas.copies <= mostCopies) return true;
  const message = `including \`${at.text}\` too makes more than ${mostCopies} copies of items and types`;
  report({ code: 'too-many-includes', message, span: at.span });
  return false;
}

interface Inclusion {
  readonly file: FileContext;
  readonly include: IncludeSyntax;
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
  const { file, include, cloner, at } = inclusion;
  const name = renamed(key, include);
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

function renamed(key: WorldKey, { renames }: IncludeSyntax): string {
  for (const { from, to } of renames) {
    const name = renameKey(key, from.text, to.text);
    if (name !== undefined) return name;
  }
  return key;
}

/** A resource takes its functions along: `[method]r.f` belongs to `r`. */
function renameKey(key: WorldKey, from: string, to: string): string | undefined {
  if (key === from) return to;
  const [, prefix, owner, rest] = /^(\[[^\]]*\])([^.]*)(.*)$/.exec(key) ?? [];
  return prefix !== undefined && owner === from ? `${prefix}${to}${rest ?? ''}` : undefined;
}

function checkRenames(file: FileContext, { path, renames }: IncludeSyntax, source: WorldDraft): void {
  const entries = [...source.imports, ...source.exports].filter(([key, item]) => !isInterfaceKey(key, item));
  const keys = entries.map(([key]) => key);
  for (const { from } of renames) {
    if (keys.some((key) => renameKey(key, from.text, from.text) !== undefined)) continue;
    const names = keys.filter((key) => !key.startsWith('['));
    file.report({
      code: 'unknown-rename',
      message: `the world \`${path.name.text}\` has no plain name \`${from.text}\` to rename`,
      span: from.span,
      notes: () => didYouMean(from.text, names),
    });
  }
}
