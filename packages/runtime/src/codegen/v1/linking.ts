import type { CoreFunction as AnyCore } from '../../call/call-context.js';
import type { ErrStyle } from '../../call/host-items.js';
import type { ResultStyle } from '../../call/function-result.js';
import type { Component } from '../../component/component.js';
import { ComponentExportIndex } from '../../component/export-index.js';
import type { Linker } from '../../embedding/linker.js';
import { LinkError } from '../../errors/link-error.js';
import type { InstancePre } from '../../instantiate/instance-pre.js';
import { checkComponent, checkImportObject } from '../../link/arguments.js';
import { checkExports as findProblems } from '../../link/check-exports.js';
import { plainBinding, type FunctionBinding } from '../../link/definition.js';
import type { ComponentType } from '../../types/item-type.js';
import type { ResourcePairs } from '../../types/resource-pairs.js';
import { DescribedResources } from './described-resources.js';
import type { CoreFunction } from './lifted-function.js';
import { LoweredFunction } from './lowered-function.js';

/** Finds exports by name, or by that of a semver-compatible version. */
export interface ExportLookup {
  index(name: string): ComponentExportIndex;
  /** The lookup in an exported instance. */
  instance(name: string): ExportLookup;
}

/** What lowers the functions of an interface, by their names in WIT: each makes the core function for one instance. */
export type Lowerings<Host> = Readonly<Record<string, (cx: LoweredFunction, host: Host) => CoreFunction>>;

/**
 * How the host provides what a world imports. Functions are named as in the component: `ns:pkg/iface@1.2.3#write`,
 * `ns:pkg/iface@1.2.3#[method]cart.add`, and `write` for one of the world.
 */
export interface ImportOptions {
  /** Whether host functions throw the `err` of their `result`, as they do if nothing is said, or return all of it. */
  readonly results?: ResultStyle;
  /** Functions that throw nothing but a `ComponentError` as `err`: any other error ends the call in a trap. */
  readonly trappable?: readonly string[];
  /** Functions that return a promise. A component that imports one of them cannot be linked yet. */
  readonly async?: readonly string[];
}

/**
 * Defines what a world imports in a linker, with the types that generated code has for it.
 *
 * @param lowerings - by the name of the import: the empty one for functions of the world
 * @throws {LinkError} if something is defined already and the linker does not allow shadowing.
 * @throws {TypeError} if this is no object of implementations.
 */
export function defineImports(
  linker: Linker,
  world: ComponentType,
  imports: object,
  lowerings: Readonly<Record<string, Lowerings<never>>> = {},
  options: ImportOptions = {},
): void {
  checkImportObject(imports);
  const bind = (key: string, host: object) => bindings(host, own(lowerings, key), key, options);
  linker.root().provide(imports, { kind: 'instance', exports: world.imports }, bind('', imports));
  for (const [name, type] of world.imports) {
    const members: unknown = Reflect.get(imports, name);
    if (type.kind === 'instance' && typeof members === 'object' && members !== null) {
      linker.instance(name).provide(members, type, bind(name, members));
    }
  }
}

/**
 * Checks that a component exports what a world does.
 *
 * @throws {LinkError} with every export that is missing or has another type.
 * @throws {TypeError} if this is no component.
 */
export function checkExports(component: Component, world: ComponentType): ExportLookup {
  checkComponent(component);
  const { problems, resources } = findProblems(component, world);
  if (problems.length > 0) throw new LinkError(problems);
  return lookupIn(component, undefined, resources);
}

/**
 * Links a component as an implementation of a world.
 *
 * @throws {LinkError} with every import and export that is missing or has another type.
 * @throws {TypeError} if this is no component.
 */
export function instantiatePre(linker: Linker, component: Component, world: ComponentType): InstancePre {
  checkComponent(component);
  return linker.instantiatePreWith(component, findProblems(component, world).problems);
}

function lookupIn(
  component: Component,
  parent: ComponentExportIndex | undefined,
  resources: ResourcePairs,
): ExportLookup {
  const index = (name: string): ComponentExportIndex => {
    const found = component.getExportIndex(name, parent);
    if (found === undefined)
      throw new Error(`the world has no export \`${name}\`: generate its bindings again`);
    return new ComponentExportIndex(component, found.place, resources);
  };
  return { index, instance: (name) => lookupIn(component, index(name), resources) };
}

/** What generated code says of the functions that an object provides. */
function bindings(
  host: object,
  lowerings: Lowerings<never> | undefined,
  key: string,
  { results = 'throw', trappable = [], async = [] }: ImportOptions,
): (name: string) => FunctionBinding {
  return (name) => {
    const path = key === '' ? name : `${key}#${name}`;
    const lower = lowerings && own(lowerings, name);
    const errStyle: ErrStyle =
      results === 'value' ? 'returned' : trappable.includes(path) ? 'component-error' : 'thrown';
    return {
      ...plainBinding,
      errStyle,
      async: async.includes(path),
      ...(lower && {
        lower: (lowered, resourceOf) =>
          coreFunction(
            lower(new LoweredFunction(lowered, new DescribedResources(resourceOf)), host as never),
          ),
      }),
    };
  };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Generated code was made from the type that the import is compared with. */
function coreFunction(lowered: CoreFunction): AnyCore {
  const checked: unknown = lowered;
  return checked as AnyCore;
}
