import type { Identifier, WorldSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { resolveResourceFuncs, settleFunc } from './functions.js';
import type { ResolvedInterface } from './interfaces.js';
import { interfaceKey } from './model.js';
import type { Stability, WorldId, WorldItem, WorldKey } from './model.js';
import { checkPresent } from './path-lookup.js';
import { absentType } from './rules/gated-reference.js';
import type { WorldScope } from './scopes.js';
import { resolveTypeScope } from './type-scope.js';
import { WorldItems } from './world-items.js';
import type { InterfaceItemDraft, WorldItemDraft } from './world-items.js';

/** A world's own items, before those that are not there are left out and other worlds included. */
export interface ResolvedWorld {
  /** `undefined` when a feature that is off takes the world away. */
  readonly id: WorldId | undefined;
  readonly imports: readonly WorldItemDraft[];
  readonly exports: readonly WorldItemDraft[];
  /** The interfaces written in place. */
  readonly interfaces: readonly ResolvedInterface[];
}

export function resolveWorld(file: FileContext, world: WorldSyntax, scope: WorldScope): ResolvedWorld {
  const { name, docs, attributes } = world;
  const { stability } = file.gates.read(attributes, false);
  const id = file.gates.isOn(stability, name.span)
    ? file.arenas.addWorld(emptyWorld(file, name, docs, stability))
    : undefined;
  scope.id = id;
  scope.missingFeature = id === undefined && stability?.kind === 'unstable' ? stability.feature : undefined;
  const owner = id === undefined ? undefined : ({ kind: 'world', id } as const);
  const types = resolveTypeScope(file, world.items, { owner, stability }, scope.names);
  scope.isBroken = types.isBroken;
  const items = new WorldItems(file);
  for (const [typeName, entry] of types.names) {
    if (entry.kind === 'type') items.addType(typeName, entry.id, entry.span);
  }
  for (const item of world.items) {
    if (item.kind === 'import' || item.kind === 'export') items.addExtern(item, types);
    else if (item.kind === 'type' && item.body.kind === 'resource') {
      for (const func of resolveResourceFuncs(file, item.name, item.body.funcs, types)) {
        items.addFunc('import', func);
      }
    }
  }
  return { id, imports: items.imports, exports: items.exports, interfaces: items.interfaces };
}

/** Settles the items of a world that is there. Those of one that is not are not looked at. */
export function settleWorld(context: PackageContext, { id, imports, exports }: ResolvedWorld): void {
  const world = id === undefined ? undefined : context.arenas.worlds[id];
  if (world === undefined) return;
  world.imports = settleItems(context, imports);
  world.exports = settleItems(context, exports);
}

function emptyWorld(
  { package: owner }: FileContext,
  { text, span }: Identifier,
  docs: string | undefined,
  stability: Stability | undefined,
) {
  return {
    name: text,
    imports: new Map(),
    exports: new Map(),
    package: owner,
    ...(docs !== undefined && { docs }),
    ...(stability !== undefined && { stability }),
    span,
  };
}

function settleItems(context: PackageContext, drafts: readonly WorldItemDraft[]): Map<WorldKey, WorldItem> {
  const items = new Map<WorldKey, WorldItem>();
  for (const draft of drafts) {
    if (draft.kind === 'interface') settleInterfaceItem(context, draft, items);
    else if (draft.kind === 'function') {
      const settled = settleFunc(context, draft.func);
      if (settled !== undefined) items.set(settled.name, { kind: 'function', function: settled });
    } else if (context.arenas.isAbsent(draft.id)) {
      // A world that is there has no types that are not: wasm-tools refuses it.
      context.report(absentType(context.arenas.type(draft.id), draft.span));
    } else items.set(draft.name, { kind: 'type', id: draft.id, span: draft.span });
  }
  return items;
}

function settleInterfaceItem(
  context: PackageContext,
  { label, id, target, docs, gates, span }: InterfaceItemDraft,
  items: Map<WorldKey, WorldItem>,
): void {
  if (!context.gates.isOn(gates.stability, span)) return;
  if (target !== undefined && !checkPresent(context, target.scope, target.path, span)) return;
  if (id === undefined) return;
  const item = { kind: 'interface', id, ...(docs !== undefined && { docs }), ...gates, span } as const;
  items.set(label ?? interfaceKey(id), item);
}
