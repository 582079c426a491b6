import type { Identifier, PathSyntax, RenamedName, UseSyntax } from '../syntax/ast.js';
import type { FileContext } from './context.js';
import { foreignTypeKey } from './foreign-uses.js';
import type { Gates } from './gates.js';
import type { TypeDefKind } from './model.js';
import { lookUpPath } from './path-lookup.js';
import { checkOpen, reportGated, reportGatedUse, reportTypeInGatedItem } from './rules/gated-references.js';
import { reportUnknownUsedType, reportUsedFunction } from './rules/unknown-types.js';
import { settleName } from './scopes.js';
import type { InterfaceScope, NameEntry, TypeScope } from './scopes.js';

/** The types that a `use` brings into an interface or a world: other names for those of another interface. */
export function resolveUse(file: FileContext, use: UseSyntax, scope: TypeScope): void {
  const { path, names } = use;
  const gates = file.gates.read(use.attributes);
  const isForeign = path.package !== undefined;
  const [first] = names;
  if (first !== undefined) file.gates.checkVersion(gates, first.name.span);
  else if (isForeign) file.gates.checkVersion(gates, path.name.span);
  if (isForeign && !gates.isOpen) {
    skipForeignUse(file, use, gates, scope);
    return;
  }
  const source = lookUpPath(file, path, 'interface');
  const isThere = source !== undefined && (!isForeign || checkOpen(file.report, source, path.name, true));
  for (const used of names) {
    const name = localName(used);
    const entry = isThere ? resolveUsedName(file, path, used, source, gates, scope) : undefined;
    settleName(scope, name, entry ?? { kind: 'failed', span: name.span });
  }
}

/** What a used type is called where it is used. */
export function localName({ name, alias }: RenamedName): Identifier {
  return alias ?? name;
}

/** The package must be there, but nothing is looked up in it: it may have the types in another version only. */
function skipForeignUse(file: FileContext, { path, names }: UseSyntax, gates: Gates, scope: TypeScope): void {
  if (path.package !== undefined) file.packages.find(path.package, file.scope);
  for (const used of names) {
    const name = localName(used);
    settleName(scope, name, goneType(file, name, { kind: 'resource' }, gates, scope));
  }
}

/** @returns `undefined` when it failed; that is reported. */
function resolveUsedName(
  file: FileContext,
  path: PathSyntax,
  used: RenamedName,
  source: InterfaceScope,
  gates: Gates,
  scope: TypeScope,
): NameEntry | undefined {
  const { name } = used;
  const { text, span } = localName(used);
  const entry = source.types.names.get(name.text);
  if (entry === undefined && !source.types.isIncomplete) {
    reportUnknownUsedType(file.report, name, source.name, source.types);
  }
  if (entry?.kind === 'function') reportUsedFunction(file.report, name, entry);
  if (entry?.kind !== 'type') return undefined;
  const kind: TypeDefKind = { kind: 'alias', type: entry.id };
  if (!gates.isOpen) return goneType(file, localName(used), kind, gates, scope);
  const gated = file.gatedUses.size > 0 && file.gatedUses.get(foreignTypeKey(path, name.text));
  if (gated) {
    reportGatedUse(file.report, name, gated);
    return undefined;
  }
  if (file.arenas.isGone(entry.id)) {
    reportGated(file.report, name, file.arenas.type(entry.id).stability, entry.span);
    return undefined;
  }
  const { owner } = scope;
  if (owner === undefined) {
    reportTypeInGatedItem(file.report, name);
    return undefined;
  }
  const { stability, externalId } = gates;
  const type = { name: text, kind, owner, docs: undefined, stability, externalId, span: name.span };
  return { kind: 'type', id: file.interner.add(type), span };
}

function goneType(
  file: FileContext,
  { text, span }: Identifier,
  kind: TypeDefKind,
  { stability, externalId }: Gates,
  { owner }: TypeScope,
): NameEntry {
  const type = { name: text, kind, owner, docs: undefined, stability, externalId, span };
  return { kind: 'type', id: file.arenas.addGone(type), span };
}
