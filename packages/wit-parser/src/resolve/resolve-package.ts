import type { InterfaceSyntax, TopLevelItem, WorldSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { settleFunc } from './functions.js';
import { resolveInclude } from './includes.js';
import { resolveInterface } from './interfaces.js';
import type { ResolvedInterface } from './interfaces.js';
import { orderItems } from './item-order.js';
import type { Func, WorldId, WorldItem, WorldKey } from './model.js';
import type { PackageUnit } from './package-units.js';
import { lookUpUsed } from './path-lookup.js';
import type { InterfaceScope, ItemScope } from './scopes.js';
import { elaborateWorld } from './world-elaboration.js';
import { checkCaseInsensitiveNames } from './world-names.js';
import { resolveWorld } from './worlds.js';
import type { ResolvedWorld } from './worlds.js';

/**
 * Resolves one package into the arenas. The order of the steps decides the order of the types: those of interfaces, of
 * worlds, the handles of their functions, and last the copies that `include` makes.
 */
export function resolvePackage(context: PackageContext, unit: PackageUnit): void {
  const files = unit.files.map((items) => fileContext(context, items));
  const interfaces: ResolvedInterface[] = [];
  const worlds: {
    readonly file: FileContext;
    readonly world: WorldSyntax;
    readonly resolved: ResolvedWorld;
  }[] = [];
  const ordered = orderItems(context, unit, files);
  for (const { item, file } of ordered) {
    const scope = context.scope.items.get(item.name.text);
    if (item.kind !== 'interface' || scope?.kind !== 'interface' || scope.span !== item.name.span) continue;
    interfaces.push(resolveNamedInterface(file, item, scope));
  }
  for (const { item, file } of ordered) {
    const scope = context.scope.items.get(item.name.text);
    if (item.kind !== 'world' || scope?.kind !== 'world' || scope.span !== item.name.span) continue;
    const resolved = resolveWorld(file, item, scope);
    interfaces.push(...resolved.interfaces);
    worlds.push({ file, world: item, resolved });
  }
  for (const resolved of interfaces) settleInterface(context, resolved);
  for (const { resolved } of worlds) settleWorld(context, resolved);
  for (const { file, world, resolved } of worlds) {
    if (resolved.id !== undefined) completeWorld(file, world, resolved.id);
  }
  listItems(context);
}

function fileContext(context: PackageContext, items: readonly TopLevelItem[]): FileContext {
  const used = new Map<string, ItemScope | undefined>();
  for (const item of items) {
    if (item.kind !== 'use') continue;
    if (item.attributes.length > 0) {
      const message = 'a `use` at the top level cannot have attributes';
      context.report({ code: 'misplaced-attribute', message, span: item.span });
    }
    const name = item.alias ?? item.path.name;
    const isTaken =
      used.has(name.text) || items.some((other) => other.kind !== 'use' && other.name?.text === name.text);
    if (isTaken) {
      const message = `\`${name.text}\` is defined twice in this file`;
      context.report({ code: 'duplicate-name', message, span: name.span });
    } else used.set(name.text, lookUpUsed(context, item.path));
  }
  return { ...context, used };
}

function resolveNamedInterface(
  file: FileContext,
  item: InterfaceSyntax,
  scope: InterfaceScope,
): ResolvedInterface {
  const { docs, attributes, items } = item;
  const source = { name: item.name.text, docs, attributes, items, span: item.name.span };
  const resolved = resolveInterface(file, source, scope.names);
  scope.id = resolved.id;
  scope.stability = resolved.stability;
  return resolved;
}

function settleInterface(context: PackageContext, { id, funcs }: ResolvedInterface): void {
  const { functions } = (id !== undefined && context.arenas.interfaces[id]) || {};
  for (const func of funcs) functions?.set(func.name, settleFunc(context, func));
}

function settleWorld(context: PackageContext, { id, imports, exports }: ResolvedWorld): void {
  const world = id === undefined ? undefined : context.arenas.worlds[id];
  if (world === undefined) return;
  world.imports = settleItems(context, imports);
  world.exports = settleItems(context, exports);
}

function settleItems(
  context: PackageContext,
  items: ReadonlyMap<WorldKey, WorldItem>,
): Map<WorldKey, WorldItem> {
  const settle = (func: Func): WorldItem => ({ kind: 'function', function: settleFunc(context, func) });
  return new Map(
    [...items].map(([key, item]) => [key, item.kind === 'function' ? settle(item.function) : item]),
  );
}

function completeWorld(file: FileContext, world: WorldSyntax, id: WorldId): void {
  for (const item of world.items) if (item.kind === 'include') resolveInclude(file, item, id);
  checkCaseInsensitiveNames(file, id);
  elaborateWorld(file, id);
}

/** Lists the named interfaces and the worlds in their package, in the order of their ids. */
function listItems({ arenas, package: id }: PackageContext): void {
  const listed = arenas.packages[id];
  for (const [interfaceId, { name, package: owner }] of arenas.interfaces.entries()) {
    if (owner === id && name !== undefined) listed?.interfaces.set(name, interfaceId);
  }
  for (const [worldId, { name, package: owner }] of arenas.worlds.entries()) {
    if (owner === id) listed?.worlds.set(name, worldId);
  }
}
