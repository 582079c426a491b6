import type { Identifier, TopLevelItem } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { settleFunc } from './functions.js';
import { resolveInclude } from './includes.js';
import { resolveInterface } from './interfaces.js';
import { orderItems } from './item-order.js';
import type { DeclaredPackage, PlacedInterface, PlacedItem, PlacedWorld } from './package-scopes.js';
import { lookUpUsed } from './path-lookup.js';
import { checkCaseInsensitiveNames } from './rules/case-insensitive-names.js';
import { reportTakenInFile } from './rules/distinct-names.js';
import { checkNoAttributes } from './rules/top-level-use.js';
import type { ItemScope } from './scopes.js';
import { elaborateWorld } from './world-elaboration.js';
import { resolveWorld } from './worlds.js';
import type { UnsettledFuncs } from './worlds.js';

/**
 * Resolves one package into the arenas. The order of the steps decides the order of the types: those of interfaces, of
 * worlds, the handles of their functions, and last the copies that `include` makes.
 */
export function resolvePackage(context: PackageContext, { unit, placed }: DeclaredPackage): void {
  const [firstInterface, firstWorld] = [context.arenas.interfaces.length, context.arenas.worlds.length];
  const files = unit.files.map((items) => fileContext(context, items));
  const ordered = orderItems(context.report, placed, files);
  const unsettled: UnsettledFuncs = { ofInterfaces: [], ofWorlds: [] };
  const incomplete = new Set<PlacedWorld>();
  for (const item of ordered) {
    const file = files[item.file];
    if (file !== undefined && isInterface(item)) resolveNamedInterface(file, item, unsettled);
  }
  for (const item of ordered) {
    const file = files[item.file];
    if (file === undefined || isInterface(item)) continue;
    if (!resolveWorld(file, item.syntax, item.scope, unsettled)) incomplete.add(item);
  }
  for (const func of unsettled.ofInterfaces) settleFunc(context, func);
  for (const func of unsettled.ofWorlds) settleFunc(context, func);
  for (const item of ordered) {
    const file = files[item.file];
    if (file !== undefined && !isInterface(item)) completeWorld(file, item, !incomplete.has(item));
  }
  listItems(context, firstInterface, firstWorld);
}

function isInterface(item: PlacedItem): item is PlacedInterface {
  return item.scope.kind === 'interface';
}

/** The names of a file. One that is taken, by an item of the file or by another `use`, fails. */
function fileContext(context: PackageContext, items: readonly TopLevelItem[]): FileContext {
  const used = new Map<string, ItemScope | undefined>();
  const first = new Map<string, Identifier>();
  for (const item of items) {
    if (item.kind !== 'use') continue;
    checkNoAttributes(context.report, item);
    const name = item.alias ?? item.path.name;
    const found = lookUpUsed(context, item.path);
    const earlier = first.get(name.text) ?? itemOfFile(context, name);
    used.set(name.text, earlier === undefined ? found : undefined);
    if (earlier !== undefined) reportTakenInFile(context.report, name, earlier.span);
    else first.set(name.text, name);
  }
  return { ...context, used };
}

function itemOfFile({ scope }: PackageContext, { text, span }: Identifier): ItemScope | undefined {
  const item = scope.items.get(text);
  return item?.span.file === span.file ? item : undefined;
}

function resolveNamedInterface(
  file: FileContext,
  { syntax, scope }: PlacedInterface,
  unsettled: UnsettledFuncs,
): void {
  const { name, docs, attributes, items } = syntax;
  const gates = file.gates.read(attributes, false);
  const source = { name: name.text, docs, gates, items, span: name.span };
  scope.stability = gates.stability;
  scope.id = resolveInterface(file, source, scope.types, unsettled.ofInterfaces);
}

/** @param isComplete - Whether none of its own items failed. */
function completeWorld(file: FileContext, { syntax, scope }: PlacedWorld, isComplete: boolean): void {
  let hasAllItems = isComplete;
  for (const item of syntax.items) {
    if (item.kind === 'include' && !resolveInclude(file, item, scope)) hasAllItems = false;
  }
  scope.hasAllItems = hasAllItems;
  const world = scope.id === undefined ? undefined : file.arenas.worlds[scope.id];
  if (world === undefined) return;
  checkCaseInsensitiveNames(file, world);
  elaborateWorld(file, world, hasAllItems);
}

/** Lists the named interfaces and the worlds in their package, in the order of their ids. */
function listItems(
  { arenas, package: id }: PackageContext,
  firstInterface: number,
  firstWorld: number,
): void {
  const listed = arenas.packages[id];
  for (let at = firstInterface; at < arenas.interfaces.length; at++) {
    const name = arenas.interfaces[at]?.name;
    if (name !== undefined) listed?.interfaces.set(name, at);
  }
  for (let at = firstWorld; at < arenas.worlds.length; at++) {
    const name = arenas.worlds[at]?.name;
    if (name !== undefined) listed?.worlds.set(name, at);
  }
}
