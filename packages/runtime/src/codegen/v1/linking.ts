import type { Component } from '../../component/component.js';
import type { ComponentExportIndex } from '../../component/export-index.js';
import type { Linker } from '../../embedding/linker.js';
import { LinkError } from '../../errors/link-error.js';
import type { InstancePre } from '../../instantiate/instance-pre.js';
import { checkExports as findProblems } from '../../link/check-exports.js';
import type { ComponentType } from '../../types/item-type.js';

/** Finds exports by name, or by that of a semver-compatible version. */
export interface ExportLookup {
  index(name: string): ComponentExportIndex;
  /** The lookup in an exported instance. */
  instance(name: string): ExportLookup;
}

/**
 * Defines what a world imports in a linker, with the types that generated code has for it.
 *
 * @throws {LinkError} if something is defined already and the linker does not allow shadowing.
 */
export function defineImports(linker: Linker, world: ComponentType, imports: object): void {
  linker.root().provide(imports, { kind: 'instance', exports: world.imports });
  for (const [name, type] of world.imports) {
    const members: unknown = Reflect.get(imports, name);
    if (type.kind === 'instance' && typeof members === 'object' && members !== null) {
      linker.instance(name).provide(members, type);
    }
  }
}

/**
 * Checks that a component exports what a world does.
 *
 * @throws {LinkError} with every export that is missing or has another type.
 */
export function checkExports(component: Component, world: ComponentType): ExportLookup {
  const problems = findProblems(component, world);
  if (problems.length > 0) throw new LinkError(problems);
  return lookupIn(component, undefined);
}

/**
 * Links a component as an implementation of a world.
 *
 * @throws {LinkError} with every import and export that is missing or has another type.
 */
export function instantiatePre(linker: Linker, component: Component, world: ComponentType): InstancePre {
  return linker.instantiatePreWith(component, findProblems(component, world));
}

function lookupIn(component: Component, parent: ComponentExportIndex | undefined): ExportLookup {
  const index = (name: string): ComponentExportIndex => {
    const found = component.getExportIndex(name, parent);
    if (found === undefined)
      throw new Error(`the world has no export \`${name}\`: generate its bindings again`);
    return found;
  };
  return { index, instance: (name) => lookupIn(component, index(name)) };
}
