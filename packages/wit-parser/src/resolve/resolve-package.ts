import type { Span } from '../source/span.js';
import type { InterfaceSyntax, TopLevelItem, WorldSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { lookUpInclude, resolveInclude } from './includes.js';
import { resolveInterface, settleInterface } from './interfaces.js';
import type { ResolvedInterface } from './interfaces.js';
import { orderItems } from './item-order.js';
import type { WorldId } from './model.js';
import type { PackageUnit } from './package-units.js';
import { lookUpUsed } from './path-lookup.js';
import { checkCaseInsensitiveNames } from './rules/case-insensitive-names.js';
import { definedTwice } from './rules/distinct-names.js';
import type { InterfaceScope, ItemScope } from './scopes.js';
import { elaborateWorld } from './world-elaboration.js';
import { resolveWorld, settleWorld } from './worlds.js';
import type { ResolvedWorld } from './worlds.js';

interface PlacedWorld {
  readonly file: FileContext;
  readonly world: WorldSyntax;
  readonly resolved: ResolvedWorld;
}

/**
 * Resolves one package into the arenas, in two passes as wasm-tools does. The first resolves and checks everything as if
 * it were there; the second leaves out what needs a feature that is off, and finds what refers to it.
 *
 * The order of the steps decides the order of the types: those of interfaces, of worlds, the handles of their functions,
 * and last the copies that `include` makes.
 */
export function resolvePackage(context: PackageContext, unit: PackageUnit): void {
  const files = unit.files.map((items) => fileContext(context, items));
  const interfaces: ResolvedInterface[] = [];
  const worlds: PlacedWorld[] = [];
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
    completeWorld(file, world, resolved.id);
  }
  listItems(context, interfaces, worlds);
}

function fileContext(context: PackageContext, items: readonly TopLevelItem[]): FileContext {
  const used = new Map<string, ItemScope | undefined>();
  const first = new Map<string, Span>();
  for (const item of items) {
    const name = item.kind === 'use' ? (item.alias ?? item.path.name) : item.name;
    if (name === undefined) continue;
    const earlier = first.get(name.text);
    if (earlier === undefined) first.set(name.text, name.span);
    // Two items of one name are reported for the whole package.
    else if (item.kind === 'use' || used.has(name.text)) {
      context.report(definedTwice(`\`${name.text}\` is defined twice in this file`, name.span, earlier));
      continue;
    }
    if (item.kind !== 'use') continue;
    if (item.attributes.length > 0) {
      const message = 'a `use` at the top level cannot have attributes';
      context.report({ code: 'misplaced-attribute', message, span: item.span });
    }
    used.set(name.text, lookUpUsed(context, item.path));
  }
  return { ...context, used };
}

function resolveNamedInterface(
  file: FileContext,
  item: InterfaceSyntax,
  scope: InterfaceScope,
): ResolvedInterface {
  const resolved = resolveInterface(file, { ...item, isInline: false }, scope.names);
  const { stability } = resolved.gates;
  scope.id = resolved.id;
  scope.isBroken = resolved.scope.isBroken;
  scope.missingFeature =
    resolved.id === undefined && stability?.kind === 'unstable' ? stability.feature : undefined;
  return resolved;
}

function completeWorld(file: FileContext, world: WorldSyntax, id: WorldId | undefined): void {
  for (const item of world.items) {
    const included = item.kind === 'include' ? lookUpInclude(file, item) : undefined;
    if (item.kind !== 'include' || included === undefined || id === undefined) continue;
    resolveInclude(file, item, included, id);
  }
  if (id === undefined) return;
  checkCaseInsensitiveNames(file, id);
  elaborateWorld(file, id);
}

/** Lists the named interfaces and the worlds in their package, in the order of their ids. */
function listItems(
  { arenas, package: id }: PackageContext,
  interfaces: readonly ResolvedInterface[],
  worlds: readonly PlacedWorld[],
): void {
  const listed = arenas.packages[id];
  for (const { id: interfaceId } of interfaces) {
    if (interfaceId === undefined) continue;
    const { name } = arenas.interfaces[interfaceId] ?? {};
    if (name !== undefined) listed?.interfaces.set(name, interfaceId);
  }
  for (const { world, resolved } of worlds) {
    if (resolved.id !== undefined) listed?.worlds.set(world.name.text, resolved.id);
  }
}
