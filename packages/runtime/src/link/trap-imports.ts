import type { Component } from '../component/component.js';
import { Trap } from '../errors/trap.js';
import type { HostImport } from '../instantiate/imports.js';
import type { ImportEntry } from '../plan/plan.js';
import { coreModuleType } from '../plan/planned-types.js';
import type { LinkerInstance } from './linker-instance.js';
import { trapComponent } from './trap-component.js';
import { trapModule } from './trap-module.js';

/** Defines what a component imports and what is not defined yet as something that traps when it is used. */
export function defineImportsAsTraps(linker: LinkerInstance, component: Component): void {
  for (const entry of component.plan.imports) defineAsTrap(linker, entry, component, entry.name);
}

function defineAsTrap(linker: LinkerInstance, entry: ImportEntry, component: Component, path: string): void {
  const existing = linker.lookup(entry.name);
  if (entry.kind === 'instance') {
    if (existing !== undefined && existing.kind !== 'instance') return;
    const instance = existing?.instance ?? linker.instance(entry.name);
    for (const item of entry.items) defineAsTrap(instance, item, component, `${path}#${item.name}`);
  } else if (existing === undefined) {
    defineItemAsTrap(linker, entry, component, path);
  }
}

function defineItemAsTrap(
  linker: LinkerInstance,
  entry: Exclude<ImportEntry, { readonly kind: 'instance' }>,
  component: Component,
  path: string,
): void {
  if (entry.kind === 'func') {
    linker.func(entry.name, trapAt(path).func);
  } else if (entry.kind === 'resource') {
    linker.resource(entry.name, class {});
  } else if (entry.kind === 'module') {
    const module = trapModule(coreModuleType(entry.type));
    if (module !== undefined) linker.module(entry.name, module);
  } else if (entry.kind === 'component') {
    const provider = trapComponent(component, entry.type, path, trapAt);
    if (provider !== undefined) linker.component(entry.name, provider);
  }
}

function trapAt(path: string): HostImport {
  const func = () => {
    throw new Trap('unimplemented-import', `unknown import: \`${path}\` has not been defined`);
  };
  return { kind: 'host', name: path, func, errStyle: 'thrown' };
}
