import { didYouMean } from '../source/did-you-mean.js';
import type { Identifier, InterfaceItem, RenamedName, UseSyntax, WorldItemSyntax } from '../syntax/ast.js';
import type { TypeDefSyntax } from '../syntax/ast-types.js';
import type { FileContext } from './context.js';
import type { Gates } from './gates.js';
import type { Stability, TypeOwner } from './model.js';
import { checkOpen, lookUpPath, reportGated } from './path-lookup.js';
import type { ItemScope, NameEntry, TypeScope } from './scopes.js';
import { orderTypeDefs } from './type-order.js';
import { resolveBody } from './types.js';

type ScopeItem = InterfaceItem | WorldItemSyntax;

/**
 * Resolves the types of an interface or a world: first what `use` brings in, then the declarations, each after those
 * that it refers to. The types of the scope are in that order.
 *
 * @param names - Filled with the names; others may see them already.
 */
export function resolveTypeScope(
  file: FileContext,
  items: readonly ScopeItem[],
  owner: TypeOwner | undefined,
  names: Map<string, NameEntry>,
): TypeScope {
  const scope = { names, owner };
  const distinct = distinctNames(file, items);
  for (const item of items) if (item.kind === 'use-types') resolveUse(file, item, scope, distinct);
  const typeDefs = items.filter((item) => item.kind === 'type').filter(({ name }) => distinct.has(name));
  const funcs = items.filter((item) => item.kind === 'func').filter(({ name }) => distinct.has(name));
  for (const { name } of funcs) names.set(name.text, { kind: 'function', span: name.span });
  for (const typeDef of orderTypeDefs(file, typeDefs, scope)) {
    names.set(typeDef.name.text, resolveTypeDef(file, typeDef, scope));
  }
  return scope;
}

/** The types of a scope by name, in the order in which they were made. */
export function typeEntries({ names }: TypeScope): (readonly [string, NameEntry & { kind: 'type' }])[] {
  const entries: (readonly [string, NameEntry & { kind: 'type' }])[] = [];
  for (const [name, entry] of names) if (entry.kind === 'type') entries.push([name, entry]);
  return entries.sort(([, a], [, b]) => a.id - b.id);
}

/** The first declaration of each name. Others are reported. */
function distinctNames({ report }: FileContext, items: readonly ScopeItem[]): ReadonlySet<Identifier> {
  const first = new Map<string, Identifier>();
  for (const name of items.flatMap(declaredNames)) {
    const earlier = first.get(name.text);
    if (earlier === undefined) {
      first.set(name.text, name);
      continue;
    }
    const notes = [{ message: 'first defined here', span: earlier.span }];
    report({ code: 'duplicate-name', message: `\`${name.text}\` is defined twice`, span: name.span, notes });
  }
  return new Set(first.values());
}

function declaredNames(item: ScopeItem): Identifier[] {
  if (item.kind === 'use-types') return item.names.map(nameInScope);
  return item.kind === 'type' || item.kind === 'func' ? [item.name] : [];
}

function nameInScope({ name, alias }: RenamedName): Identifier {
  return alias ?? name;
}

function resolveUse(
  file: FileContext,
  use: UseSyntax,
  scope: TypeScope,
  distinct: ReadonlySet<Identifier>,
): void {
  const gates = file.gates.read(use.attributes, use.path.name.span);
  const source = lookUpPath(file, use.path, 'interface');
  const isThere = source !== undefined && checkOpen(file, source, use.path.name, gates.open);
  for (const renamed of use.names) {
    const local = nameInScope(renamed);
    if (!distinct.has(local)) continue;
    const entry: NameEntry =
      source !== undefined && (isThere || !gates.open)
        ? resolveUsedName(file, renamed, source, gates, scope)
        : { kind: 'failed', span: local.span };
    scope.names.set(local.text, entry);
  }
}

function resolveUsedName(
  file: FileContext,
  renamed: RenamedName,
  source: ItemScope,
  { open, ...gates }: Gates,
  { owner }: TypeScope,
): NameEntry {
  const { name } = renamed;
  const { text, span } = nameInScope(renamed);
  const entry = source.names.get(name.text);
  if (entry === undefined) {
    const message = `there is no type \`${name.text}\` in the interface \`${source.name}\``;
    const notes = () => didYouMean(name.text, source.names.keys());
    file.report({ code: 'unknown-type', message, span: name.span, notes });
    return { kind: 'failed', span };
  }
  if (entry.kind === 'function') {
    const message = `\`${name.text}\` is a function: only types can be used from an interface`;
    const notes = [{ message: 'defined here', span: entry.span }];
    file.report({ code: 'not-a-type', message, span: name.span, notes });
    return { kind: 'failed', span };
  }
  if (!open) return gatedEntry(gates.stability, span);
  if (entry.kind === 'gated') reportGated(file, name, entry.feature, entry.span);
  if (entry.kind !== 'type') return { kind: 'failed', span };
  if (owner === undefined) return failInGatedOwner(file, renamed.name);
  const kind = { kind: 'alias', type: entry.id } as const;
  return {
    kind: 'type',
    id: file.interner.add({ name: text, kind, owner, ...gates, span: name.span }),
    span,
  };
}

function resolveTypeDef(file: FileContext, typeDef: TypeDefSyntax, scope: TypeScope): NameEntry {
  const { name, docs, body } = typeDef;
  const { open, ...gates } = file.gates.read(typeDef.attributes, name.span);
  if (!open) return gatedEntry(gates.stability, name.span);
  const kind = resolveBody(file, name, body, { scope, stability: gates.stability, open });
  if (kind === undefined) return { kind: 'failed', span: name.span };
  if (scope.owner === undefined) return failInGatedOwner(file, name);
  const id = file.interner.add({
    name: name.text,
    kind,
    owner: scope.owner,
    ...(docs !== undefined && { docs }),
    ...gates,
    span: name.span,
  });
  return { kind: 'type', id, span: name.span };
}

function gatedEntry(stability: Stability | undefined, span: Identifier['span']): NameEntry {
  return { kind: 'gated', feature: stability?.kind === 'unstable' ? stability.feature : '', span };
}

function failInGatedOwner(file: FileContext, name: Identifier): NameEntry {
  const message = `\`${name.text}\` has no gate of its own, but what contains it needs a feature that is not active`;
  file.report({ code: 'gated-reference', message, span: name.span });
  return { kind: 'failed', span: name.span };
}
