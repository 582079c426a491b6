import type { ExternItem, ExternSyntax, Identifier, PathSyntax, WorldSyntax } from '../syntax/ast.js';
import type { FuncDraft, WorldDraft } from './arenas.js';
import type { FileContext } from './context.js';
import { resolveFunc, resolveResourceFuncs } from './functions.js';
import type { Gates } from './gates.js';
import { resolveInterface } from './interfaces.js';
import { findForeign, isUnknown, lookUpPath } from './path-lookup.js';
import { checkOpen, reportGatedTypeInWorld } from './rules/gated-references.js';
import { isAdjacent, reportPackageAsInterface } from './rules/packages-as-interfaces.js';
import { newTypeScope } from './scopes.js';
import type { InterfaceScope, WorldScope } from './scopes.js';
import { resolveTypeScope } from './type-scope.js';
import { WorldItems } from './world-items.js';

/** The functions of a package that are to be settled, in this order, once all its types are there. */
export interface UnsettledFuncs {
  readonly ofInterfaces: FuncDraft[];
  readonly ofWorlds: FuncDraft[];
}

/**
 * Resolves a world's own items. Other worlds are included later.
 *
 * @returns Whether none of its items failed.
 */
export function resolveWorld(
  file: FileContext,
  world: WorldSyntax,
  scope: WorldScope,
  unsettled: UnsettledFuncs,
): boolean {
  const draft = addWorld(file, world, scope);
  resolveTypeScope(file, world.items, scope.types);
  const resolver = new WorldResolver(file, scope, draft, unsettled.ofInterfaces);
  resolver.addTypes();
  let isBroken = false;
  for (const item of world.items) {
    if (item.kind === 'import' || item.kind === 'export') resolver.addExtern(item);
    else if (item.kind === 'broken') isBroken = true;
    else if (item.kind === 'type' && item.body.kind === 'resource') {
      resolveResourceFuncs(file, item.name, item.body.funcs, scope.types, resolver.imports);
    }
  }
  if (scope.id !== undefined) {
    for (const func of resolver.imports.funcs) unsettled.ofWorlds.push(func);
    for (const func of resolver.exports.funcs) unsettled.ofWorlds.push(func);
  }
  return !isBroken && resolver.imports.isComplete && resolver.exports.isComplete;
}

/** A world that a feature that is off takes away is resolved too, for the mistakes in it. */
function addWorld(file: FileContext, { name, docs, attributes }: WorldSyntax, scope: WorldScope): WorldDraft {
  const { text, span } = name;
  const gates = file.gates.read(attributes, false);
  const { stability } = gates;
  file.gates.checkVersion(gates, span);
  scope.stability = stability;
  const [imports, exports] = [new Map(), new Map()];
  const draft = { name: text, imports, exports, package: file.package, docs, stability, span };
  if (gates.isOpen) {
    scope.id = file.arenas.addWorld(draft);
    scope.types.owner = { kind: 'world', id: scope.id };
  }
  return draft;
}

class WorldResolver {
  readonly imports: WorldItems;
  readonly exports: WorldItems;
  readonly #file: FileContext;
  readonly #scope: WorldScope;
  readonly #interfaceFuncs: FuncDraft[];

  constructor(file: FileContext, scope: WorldScope, draft: WorldDraft, interfaceFuncs: FuncDraft[]) {
    this.imports = new WorldItems('import', draft.imports, file.report);
    this.exports = new WorldItems('export', draft.exports, file.report);
    this.#file = file;
    this.#scope = scope;
    this.#interfaceFuncs = interfaceFuncs;
  }

  addTypes(): void {
    const { arenas, report } = this.#file;
    const { id, types } = this.#scope;
    for (const [name, type] of types.types) {
      const span = types.names.get(name)?.span ?? arenas.type(type).span;
      this.imports.addItem(name, { kind: 'type', id: type, span });
    }
    if (types.isIncomplete) this.imports.isComplete = false;
    if (types.names.size === types.types.size) return;
    for (const [text, entry] of types.names) {
      const isGone = entry.kind === 'type' && arenas.isGone(entry.id);
      if (entry.kind === 'type' && !isGone) continue;
      this.imports.omit(text, { text, span: entry.span }, isGone ? 'gated' : 'failed');
      if (isGone && id !== undefined) reportGatedTypeInWorld(report, arenas.type(entry.id), entry.span);
    }
  }

  addExtern({ kind, item, docs, attributes }: ExternSyntax): void {
    const items = kind === 'import' ? this.imports : this.exports;
    if (item.kind === 'func') {
      const source = { name: item.name, func: item.func, docs, attributes };
      resolveFunc(this.#file, source, this.#scope.types, items);
      return;
    }
    const gates = this.#file.gates.read(attributes);
    if (item.kind === 'inline-interface') this.#addInlineInterface(items, item, docs, gates);
    else this.#addPath(items, item.path, item.kind === 'path' ? undefined : item.name, docs, gates);
  }

  #addInlineInterface(
    items: WorldItems,
    { name, items: members }: ExternItem & { kind: 'inline-interface' },
    docs: string | undefined,
    gates: Gates,
  ): void {
    const { span } = name;
    const source = { name: undefined, docs, gates, items: members, span };
    const id = resolveInterface(this.#file, source, newTypeScope(), this.#interfaceFuncs);
    const { stability, externalId } = gates;
    if (id === undefined) items.omit(name.text, name, 'gated');
    else items.addItem(name.text, { kind: 'interface', id, docs: undefined, stability, externalId, span });
  }

  /** @param label - The name that the interface is given, if not its own. */
  #addPath(
    items: WorldItems,
    path: PathSyntax,
    label: Identifier | undefined,
    docs: string | undefined,
    gates: Gates,
  ): void {
    const { arenas, report } = this.#file;
    const { span } = label ?? path.name;
    const isForeign = path.package !== undefined;
    const isHeldToGates = isForeign || this.#scope.id !== undefined;
    if (isHeldToGates) this.#file.gates.checkVersion(gates, span);
    const isSkipped = isForeign && !gates.isOpen;
    const found = isSkipped ? findForeign(this.#file, path) : this.#lookUp(path, label);
    const isThere = found !== undefined && checkOpen(report, found, path.name, gates.isOpen && isHeldToGates);
    if (isThere && gates.isOpen && found.id !== undefined) {
      const { stability, externalId } = gates;
      const item = { kind: 'interface', id: found.id, docs, stability, externalId, span } as const;
      if (label === undefined) items.addInterface(arenas, found, item);
      else items.addItem(label.text, item);
      return;
    }
    const reason = gates.isOpen ? 'failed' : 'gated';
    if (label !== undefined) items.omit(label.text, label, reason);
    else if (found !== undefined) items.omitInterface(arenas, found, span, reason);
    else items.isComplete &&= reason === 'gated';
  }

  /** What reads like the name of a package is that, unless there is such an interface. */
  #lookUp(path: PathSyntax, label: Identifier | undefined): InterfaceScope | undefined {
    if (label !== undefined && isAdjacent(label, path) && isUnknown(this.#file, path)) {
      reportPackageAsInterface(this.#file.report, label, path.name);
      return undefined;
    }
    return lookUpPath(this.#file, path, 'interface');
  }
}
