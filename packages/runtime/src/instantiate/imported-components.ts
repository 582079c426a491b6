/** Components that a component imports and instantiates itself: what they are given, and what is used of their exports. */
import { NameMap } from '../names/name-map.js';
import type { Component } from '../component/component.js';
import type { ComponentExportIndex } from '../component/export-index.js';
import { at } from '../plan/at.js';
import type { ImportEntry, ItemRef, NamedRef } from '../plan/plan.js';
import { emptyImports, type RuntimeFunc, type RuntimeImports } from './imports.js';
import type { InstanceState } from './instance-state.js';

/** What a component is given by the one that instantiates it. */
export function componentArguments(
  component: Component,
  args: readonly NamedRef[],
  giver: InstanceState,
): RuntimeImports {
  const given = emptyImports();
  give(given, component.plan.imports, args, giver);
  return given;
}

function give(
  given: RuntimeImports,
  entries: readonly ImportEntry[],
  args: readonly NamedRef[],
  giver: InstanceState,
): void {
  const named = new NameMap<ItemRef>();
  for (const [name, ref] of args) named.set(name, ref);
  for (const entry of entries) {
    const ref = named.get(entry.name);
    if (ref === undefined) continue;
    if (entry.kind === 'instance' && ref.kind === 'instance') give(given, entry.items, ref.items, giver);
    else giveItem(given, entry, ref, giver);
  }
}

function giveItem(given: RuntimeImports, entry: ImportEntry, ref: ItemRef, giver: InstanceState): void {
  if (entry.kind === 'func') {
    const func = givenFunc(ref, giver);
    if (func !== undefined) given.funcs.set(entry.import, func);
  } else if (entry.kind === 'resource' && ref.kind === 'resource') {
    const resource = giver.resources[ref.resource];
    if (resource !== undefined) given.resources.set(entry.resource, resource);
  } else if (entry.kind === 'module' && ref.kind === 'module') {
    const module = giver.module(ref.module);
    if (module !== undefined) given.modules.set(entry.import, module);
  } else if (entry.kind === 'component' && ref.kind === 'component') {
    const component = giver.givenComponent(ref.component);
    if (component !== undefined) given.components.set(entry.import, component);
  }
}

function givenFunc(ref: ItemRef, giver: InstanceState): RuntimeFunc | undefined {
  if (ref.kind === 'imported-func') return giver.imports.funcs.get(ref.import);
  return ref.kind === 'func' ? { kind: 'lifted', lifted: at(giver.lifted, ref.lifted) } : undefined;
}

/** Numbers what a component uses of the exports of one that it instantiated, like imports. */
export function takeExports(
  taker: InstanceState,
  instance: InstanceState,
  entries: readonly ImportEntry[],
  parent?: ComponentExportIndex,
): void {
  for (const entry of entries) {
    const index = instance.component.getExportIndex(entry.name, parent);
    if (index === undefined) continue;
    if (entry.kind === 'instance') takeExports(taker, instance, entry.items, index);
    else takeExport(taker, instance, entry, index.place);
  }
}

function takeExport(taker: InstanceState, instance: InstanceState, entry: ImportEntry, place: number): void {
  if (entry.kind === 'func') {
    const func = instance.exportedFunc(place);
    if (func !== undefined) taker.imports.funcs.set(entry.import, func);
  } else if (entry.kind === 'resource') {
    taker.resources[entry.resource] = instance.exportedResource(place);
  } else if (entry.kind === 'module') {
    const module = instance.exportedModule(place);
    if (module !== undefined) taker.imports.modules.set(entry.import, module);
  } else if (entry.kind === 'component') {
    const component = instance.exportedComponent(place);
    if (component !== undefined) taker.imports.components.set(entry.import, component);
  }
}
